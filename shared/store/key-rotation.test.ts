import { describe, expect, test } from 'vitest';
import type { Access, Device, KeyBox, User } from '../domain/office.ts';
import { excessKeys, exposedKeys, missingBoxes, partsToRotate, type KeyHolders } from './key-rotation.ts';

const box = (part: KeyBox['part'], k: number, p = 'P'): KeyBox => ({ p, part, k, c: 'box' });
const lock = (p = 'P'): Access['locks'][number] => ({ p, n: 'n', c: 'c' });
const user = (name: string, role: string, more: Partial<User> = {}): User => ({ id: `user:${name}`, kind: 'user', name, role, ...more });
const access = (name: string, boxes: KeyBox[], more: Partial<Access> = {}): Access => ({ id: `access:${name}`, kind: 'access', owner: 'user', locks: [lock()], boxes, ...more });
const holders = (users: User[], accesses: Access[], devices: Device[] = []): KeyHolders => ({ users, accesses, devices });
const ALL = [box('chapter', 1), box('organizers', 1), box('author', 9)];
const ONE = { chapter: [1], organizers: [1] };

describe('who is still without a box', () => {
  test('follows the role, for every key and every lock', () => {
    const two = { chapter: [1, 7], organizers: [1, 8] };
    const missing = missingBoxes(holders([user('rosa', 'chapter_admin'), user('elena', 'entry')], [access('rosa', ALL), access('elena', [box('chapter', 1)], { locks: [lock(), lock('Q')] })]), two);
    expect(missing.map(({ access: id, publicKey, part, number }) => `${id} ${publicKey} ${part}/${String(number)}`)).toEqual([
      'access:rosa P chapter/7',
      'access:rosa P organizers/8',
      'access:elena Q chapter/1',
      'access:elena P chapter/7',
      'access:elena Q chapter/7',
    ]);
  });

  test('waits for the user’s record, and leaves out who was taken out by either record', () => {
    expect(missingBoxes(holders([], [access('elena', [])]), ONE)).toEqual([]);
    expect(missingBoxes(holders([user('elena', 'organizer', { removed: true })], [access('elena', [])]), ONE)).toEqual([]);
    expect(missingBoxes(holders([user('elena', 'organizer')], [access('elena', [], { removed: true })]), ONE)).toEqual([]);
  });

  test('counts a recovery sheet as one who reads all but what authors keep to themselves', () => {
    const missing = missingBoxes(holders([], [access('sheet', [], { owner: 'recovery' })]), ONE);
    expect(missing.map(({ part }) => part)).toEqual(['chapter', 'organizers']);
  });
});

describe('keys that someone may not have', () => {
  test('are those beyond the role; the own part stays as long as the user does', () => {
    const demoted = holders([user('elena', 'leader')], [access('elena', ALL)]);
    expect(demoted.accesses.map((one) => excessKeys(demoted, one))).toEqual([['organizers/1']]);
    const removed = holders([user('elena', 'leader', { removed: true })], [access('elena', ALL)]);
    expect(removed.accesses.map((one) => excessKeys(removed, one))).toEqual([['author/9', 'chapter/1', 'organizers/1']]);
    const unknown = holders([], [access('elena', ALL)]);
    expect(unknown.accesses.map((one) => excessKeys(unknown, one))).toEqual([[]]);
  });

  test('are exposed by what was taken back, by boxes of who was taken out, and by PCs that were', () => {
    const device = (more: Partial<Device>): Device => ({ id: 'device:x', kind: 'device', name: '', letter: 'A', codesGiven: 0, ...more });
    const state = holders(
      [user('rosa', 'chapter_admin'), user('elena', 'entry', { removed: true })],
      [access('rosa', ALL, { revoked: ['organizers/3'] }), access('elena', [box('chapter', 4)])],
      [device({ revoked: ['chapter/5'] }), device({ removed: true, revoked: ['chapter/6'] })],
    );
    expect([...exposedKeys(state)].sort()).toEqual(['chapter/4', 'chapter/6', 'organizers/3']);
  });
});

test('a part needs a new key when each of its keys is exposed, and only then', () => {
  const state = holders([user('rosa', 'chapter_admin')], [access('rosa', ALL, { revoked: ['chapter/1', 'organizers/1'] })]);
  expect(partsToRotate(state, ONE)).toEqual(['chapter', 'organizers']);
  expect(partsToRotate(state, { chapter: [1, 2], organizers: [1] })).toEqual(['organizers']);
  expect(partsToRotate(holders([], []), ONE)).toEqual([]);
});
