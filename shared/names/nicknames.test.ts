import { afterEach, describe, expect, it } from 'vitest';
import { calledByBeginning, fullNames, isKnownGiven, nicknamesInUse, sameCalled, setNicknames } from './nicknames.ts';
import { suggestNameParts } from './suggest-parts.ts';

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
  expect([isKnownGiven('teresa'), isKnownGiven('hernandez')]).toEqual([true, false]);
});

describe('a chapter’s own table', () => {
  afterEach(() => {
    setNicknames(null);
  });
  const chendita = { key: 'rosenda chendita', name: 'Rosenda', short: 'Chendita' };

  it('is in use until the chapter is locked', () => {
    expect(sameCalled('rosenda', 'chendita')).toBe(false);
    expect(setNicknames({ ownNicknames: [chendita], nicknamesOff: ['jose pepe'] })).toBe(true);
    expect([sameCalled('rosenda', 'chendita'), sameCalled('jose', 'pepe'), sameCalled('jose', 'chepe')]).toEqual([true, false, true]);
    expect([calledByBeginning('chend').has('rosenda'), calledByBeginning('pepe').has('jose')]).toEqual([true, false]);
    expect(setNicknames(null)).toBe(true);
    expect([sameCalled('rosenda', 'chendita'), sameCalled('jose', 'pepe')]).toEqual([false, true]);
  });

  it('is another one only when it changed', () => {
    const before = nicknamesInUse();
    expect(setNicknames({ ownNicknames: [], nicknamesOff: [] })).toBe(false);
    expect(nicknamesInUse()).toBe(before);
    setNicknames({ ownNicknames: [chendita], nicknamesOff: [] });
    const own = nicknamesInUse();
    expect(setNicknames({ ownNicknames: [{ ...chendita }], nicknamesOff: [] })).toBe(false);
    expect([nicknamesInUse() === own, own === before]).toEqual([true, false]);
  });

  it('does not change how names are taken apart, whose parts are kept on each PC', () => {
    const names = ['Maria Rosenda Paz', 'Sra. Chendita', 'José Pepe Ruiz', 'Pepe'];
    const before = names.map(suggestNameParts);
    setNicknames({ ownNicknames: [chendita], nicknamesOff: ['jose pepe'] });
    expect(names.map(suggestNameParts)).toEqual(before);
  });
});
