import { describe, expect, it } from 'vitest';
import { erasedMark } from '../../shared/sync/validation/erased-mark.js';
import { readCommandLine } from './command-line.ts';

const read = (...args: readonly string[]): ReturnType<typeof readCommandLine> => readCommandLine(['--url', 'https://admin@records.example.org:6984/couch/', '--network', 'Carolina', ...args]);

describe('the command line', () => {
  it('reads the server, with and without name and password', () => {
    expect(read().server).toEqual({ address: 'https://records.example.org:6984/couch', name: 'admin', password: null });
    expect(readCommandLine(['--url', 'http://127.0.0.1:5984', '--network', 'x']).server).toEqual({ address: 'http://127.0.0.1:5984', name: 'admin', password: null });
    expect(readCommandLine(['--url', 'http://ro%40sa:p%3Aw%2F@h', '--network', 'x']).server).toEqual({ address: 'http://h', name: 'ro@sa', password: 'p:w/' });
  });

  it('tells offices the address by which they reach it', () => {
    expect(read().told).toBe('https://records.example.org:6984/couch');
    expect(read('--address', 'https://records.example.org/').told).toBe('https://records.example.org');
    expect(() => read('--address', 'records')).toThrow(expect.objectContaining({ code: 'no-address' }) as Error);
  });

  it('reads a chapter with everything about it', () => {
    const id = 'person:aaaaaaaaaaaaaaaaaaaa';
    expect(read('--chapter', ' Durham ', '--id', 'K3J4 9X2m-abcd', '--devices', '3', '--erase', id).wish).toEqual({
      mode: 'make',
      network: 'Carolina',
      chapter: { title: 'Durham', id: 'k3j49x2mabcd', devices: 3, erased: { [erasedMark(id)]: 1 } },
      coordinators: [],
      renew: [],
      remove: [],
    });
    expect(read('--chapter', 'Durham').wish.chapter).toEqual({ title: 'Durham', id: null, devices: null, erased: {} });
    expect(read('--chapter', 'Durham', '--devices', '40').wish.chapter?.devices).toBe(40);
  });

  it('reads what to do, and lists', () => {
    expect(read().wish).toMatchObject({ mode: 'make', chapter: null });
    expect(read('--check').wish.mode).toBe('check');
    expect(read('--dry-run', '--new-password', 'durham-1').wish).toMatchObject({ mode: 'dry-run', renew: ['durham-1'] });
    expect(read('--coordinator', 'Rosa', '--coordinator', 'Luis', '--remove-account', 'a-1', '--remove-account', 'a-2').wish).toMatchObject({ coordinators: ['Rosa', 'Luis'], remove: ['a-1', 'a-2'] });
  });

  it.each([
    [['--what']],
    [['chapter']],
    [['--check', '--dry-run']],
    [['--check', '--new-password', 'a-1']],
    [['--check', '--remove-account', 'a-1']],
    [['--id', 'k3j49x2m']],
    [['--devices', '2']],
    [['--erase', 'person:aaaaaaaaaaaaaaaaaaaa']],
    [['--chapter', ' ']],
    [['--chapter', 'x'.repeat(121)]],
    [['--chapter', 'Durham', '--id', 'short']],
    [['--chapter', 'Durham', '--id', 'x'.repeat(41)]],
    [['--chapter', 'Durham', '--id', 'durham/../network']],
    [['--chapter', 'Durham', '--devices', '0']],
    [['--chapter', 'Durham', '--devices', '41']],
    [['--chapter', 'Durham', '--devices', 'two']],
    [['--chapter', 'Durham', '--erase', 'Rosa López']],
    [['--network', ' ']],
    [['--network', 'x'.repeat(121)]],
  ])('does not understand %j', (args) => {
    expect(() => read(...args)).toThrow(expect.objectContaining({ code: 'wrong-option' }) as Error);
  });

  it('needs an address and a network', () => {
    for (const url of ['records', 'ftp://h', 'http://h/?a=1', 'http://h/#x']) expect(() => readCommandLine(['--url', url, '--network', 'x'])).toThrow(expect.objectContaining({ code: 'no-address' }) as Error);
    expect(() => readCommandLine(['--network', 'x'])).toThrow(expect.objectContaining({ code: 'no-address' }) as Error);
    expect(() => readCommandLine(['--url', 'http://h'])).toThrow(expect.objectContaining({ code: 'wrong-option', detail: '--network' }) as Error);
  });
});
