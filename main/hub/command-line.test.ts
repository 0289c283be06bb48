import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';
import { having, like } from './testing/matchers.ts';

describe('the command line', () => {
  it('runs on this computer alone unless told otherwise', () => {
    expect(readCommandLine([])).toMatchObject({ kind: 'run', host: '127.0.0.1', port: 5985, data: like(/hub$/) });
    expect(readCommandLine(['--host', '0.0.0.0', '--port', '6000', '--data', '/d'])).toEqual({ kind: 'run', host: '0.0.0.0', port: 6000, data: '/d' });
  });

  it('adds a chapter with two accounts unless told otherwise', () => {
    expect(readCommandLine(['add-chapter', 'Boston Norte'])).toMatchObject({ kind: 'add-chapter', title: 'Boston Norte', devices: 2 });
    expect(readCommandLine(['add-chapter', 'Boston', '--devices', '5', '--data', '/d'])).toMatchObject({ devices: 5, data: '/d' });
  });

  it('makes a coordinator, and takes down ids that must not come back', () => {
    expect(readCommandLine(['--coordinator', 'Rosa Peña', '--data', '/d'])).toMatchObject({ kind: 'add-coordinator', title: 'Rosa Peña', data: '/d' });
    const id = `person:${'a'.repeat(32)}`;
    expect(readCommandLine(['erase', id, id, '--data', '/d'])).toEqual({ kind: 'erase', ids: [id, id], data: '/d' });
  });

  it.each([
    [['erase']],
    [['erase', 'Rosa']],
    [['--coordinator', 'Rosa', '--devices', '2']],
    [['add-chapter', 'A', '--coordinator', 'B']],
    [['add-chapter']],
    [['add-chapter', 'A', 'B']],
    [['add-chapter', 'A', '--devices', '0']],
    [['add-chapter', 'A', '--devices', '1000']],
    [['remove']],
    [['--port', '70000']],
    [['--port', 'x']],
    [['--devices', '3']],
    [['--colour', 'red']],
  ])('does not understand %j', (args) => {
    expect(() => readCommandLine(args)).toThrow(having({ code: 'wrong-option' }));
  });
});
