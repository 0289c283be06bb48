import { describe, expect, it } from 'vitest';
import { alsoCalled, fullNames, isKnownGiven, sameCalled } from './nicknames.ts';

describe('sameCalled', () => {
  it.each([
    ['jose', 'pepe'],
    ['chepe', 'jose'],
    ['pepe', 'chepe'],
    ['jesus', 'chuy'],
    ['francisco', 'pancho'],
    ['guadalupe', 'lupita'],
    ['rosario', 'chayo'],
    ['roberto', 'beto'],
    ['gilberto', 'beto'],
    ['william', 'bill'],
    ['guillermo', 'william'],
    ['refugio', 'cuca'],
    ['alejandro', 'alex'],
  ])('%s may be %s', (one, other) => {
    expect(sameCalled(one, other)).toBe(true);
    expect(sameCalled(other, one)).toBe(true);
  });

  it.each([
    ['roberto', 'gilberto'],
    ['pepe', 'pancho'],
    ['maria', 'marta'],
    ['rosa', 'josefina'],
  ])('%s is not %s', (one, other) => {
    expect(sameCalled(one, other)).toBe(false);
  });
});

it('tells what a short form stands for', () => {
  expect(fullNames('beto')).toEqual(expect.arrayContaining(['beto', 'alberto', 'roberto', 'gilberto']));
  expect(alsoCalled('guadalupe').has('lupita')).toBe(true);
  expect(alsoCalled('guadalupe').has('guadalupe')).toBe(false);
  expect([isKnownGiven('teresa'), isKnownGiven('hernandez')]).toEqual([true, false]);
});
