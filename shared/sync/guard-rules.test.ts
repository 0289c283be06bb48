import { expect, test } from 'vitest';
import { isOfOtherChapter, isOtherChapters } from './arriving-chapter.ts';
import { wrongMinutes } from './greeting.ts';
import { unknownPeer } from './kept-peer.ts';
import { peerSetBack, sequenceNumber, withdrawn } from './peer-changed.ts';
import { deletedIds, mustAskBeforeVanishing } from './vanishing.ts';

const kept = { checkpoint: { id: '_local/x', lastSeq: 50 }, peerSequence: 100 };

test('a peer that went on is what it was', () => {
  expect(peerSetBack(kept, { count: 9, sequence: 100, checkpoint: 50 })).toBeNull();
  expect(peerSetBack(kept, { count: 0, sequence: 120, checkpoint: 60 })).toBeNull();
  expect(peerSetBack({ checkpoint: null, peerSequence: 0 }, { count: 0, sequence: 0, checkpoint: null })).toBeNull();
});

test('one that lacks the checkpoint it took, or counts less than before, was set back', () => {
  expect(peerSetBack(kept, { count: 9, sequence: 200, checkpoint: null })).toBe('restored');
  expect(peerSetBack(kept, { count: 9, sequence: 200, checkpoint: 49 })).toBe('restored');
  expect(peerSetBack(kept, { count: 9, sequence: 99, checkpoint: 50 })).toBe('restored');
  expect(peerSetBack(kept, { count: 0, sequence: 0, checkpoint: null })).toBe('emptied');
  expect(peerSetBack({ checkpoint: { id: '_local/x', lastSeq: 0 }, peerSequence: 0 }, { count: 9, sequence: 9, checkpoint: null })).toBe('restored');
  expect(peerSetBack({ ...kept, checkpoint: null }, { count: 0, sequence: 3, checkpoint: null })).toBe('emptied');
});

test('the number of a sequence is what it begins with', () => {
  expect([12, '12', '12-g1AAA', 'g1AAA', '', null, Number.NaN, {}].map(sequenceNumber)).toEqual([12, 12, 12, 0, 0, 0, 0, 0]);
});

test('what was confirmed is withdrawn whole, and everything is to be compared', () => {
  const at = '2026-11-22T10:00:00.000Z';
  const before = { ...unknownPeer('http://peer.invalid'), ...kept, sequence: 50, safeAt: at, verifiedAt: at, isOurs: true, comparing: null, standing: { here: 1, countHere: 1, there: 1, countThere: 1 } };
  expect(withdrawn(before, 'restored', at)).toMatchObject({
    sequence: 0,
    safeAt: null,
    waitingSince: at,
    verifiedAt: null,
    checkpoint: null,
    isOurs: false,
    standing: null,
    setBack: { kind: 'restored', at },
    comparing: { sending: 'wanted', receiving: 'wanted' },
  });
  expect(withdrawn({ ...before, waitingSince: 'earlier' }, 'emptied', at).waitingSince).toBe('earlier');
});

test('more than ten and at least nine of ten must be asked about', () => {
  expect([[10, 10], [11, 11], [11, 13], [90, 100], [89, 100], [900, 1000], [899, 1000], [0, 0]].map(([vanishing = 0, here = 0]) => mustAskBeforeVanishing(vanishing, here))).toEqual([false, true, false, true, false, true, false, false]);
});

test('a record vanishes by a deletion that is no lost merge, and not when a living version comes with it', () => {
  expect(deletedIds([
    { _id: 'erased', _deleted: true, kind: 'erased' },
    { _id: 'old', _deleted: true },
    { _id: 'merged', _deleted: true, kind: 'merged' },
    { _id: 'living' },
    { _id: 'both', _deleted: true, kind: 'erased' },
    { _id: 'both' },
    { _id: 'erased', _deleted: true, kind: 'erased' },
  ])).toEqual(['erased', 'old']);
});

test("a record says whose it is; a peer is another chapter's when most of what it shows is", () => {
  expect([isOfOtherChapter('a', { chapter: 'a' }), isOfOtherChapter('a', { chapter: 'b' }), isOfOtherChapter('a', {})]).toEqual([false, true, false]);
  const [ours, theirs] = [{ chapter: 'a' }, { chapter: 'b' }];
  expect([[], [ours], [theirs], [ours, theirs], [ours, theirs, theirs]].map((shown) => isOtherChapters('a', shown))).toEqual([false, false, true, false, true]);
});

test('clocks that differ by more than ten minutes are pointed out, in either direction', () => {
  expect([0, 600_000, 629_999, 630_000, -630_000, 366 * 86_400_000].map(wrongMinutes)).toEqual([0, 0, 0, 11, 11, 527_040]);
});
