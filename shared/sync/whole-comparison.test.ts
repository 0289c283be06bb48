import { expect, test } from 'vitest';
import { LittlePeer } from './testing/little-peer.ts';
import { littleVisit } from './testing/little-visit.ts';
import { COMPARE_EVERYTHING, noteCompared, noteComparing } from './whole-comparison.ts';

const AT = '2026-11-22T10:00:00.000Z';

test('a comparison has begun in a direction once it is read from the very beginning there', async () => {
  const { work } = await littleVisit(new LittlePeer());
  const { book, attempt } = work;
  noteComparing(work, 'receiving', 7);
  await attempt.idle();
  expect(book.kept.comparing).toEqual({ sending: 'wanted', receiving: 'wanted' });
  noteComparing(work, 'receiving', '0');
  await attempt.idle();
  expect(book.kept.comparing).toEqual({ sending: 'wanted', receiving: 'begun' });
  noteComparing(work, 'sending', 0);
  await attempt.idle();
  expect(book.kept.comparing).toEqual({ sending: 'begun', receiving: 'begun' });
});

test('reading from the beginning begins nothing where nothing is wanted', async () => {
  const { work } = await littleVisit(new LittlePeer());
  const { book, attempt } = work;
  for (const comparing of [null, { sending: 'done', receiving: 'begun' } as const]) {
    await book.update({ comparing });
    for (const direction of ['sending', 'receiving'] as const) noteComparing(work, direction, 0);
    await attempt.idle();
    expect(book.kept.comparing).toEqual(comparing);
  }
});

test("what is sent from the beginning puts the peer's checkpoint back, which stays known; what is received does not", async () => {
  const { work } = await littleVisit(new LittlePeer());
  const { book, attempt } = work;
  await book.update({ checkpoint: { id: '_local/x', lastSeq: 9 } });
  noteComparing(work, 'receiving', 0);
  await attempt.idle();
  expect(book.kept.checkpoint).toEqual({ id: '_local/x', lastSeq: 9 });
  noteComparing(work, 'sending', 0);
  await attempt.idle();
  expect(book.kept.checkpoint).toEqual({ id: '_local/x', lastSeq: 0 });
});

test('everything is compared when both directions came to their end', () => {
  expect(noteCompared({ comparing: null }, 'sending', AT)).toEqual({});
  const half = noteCompared(COMPARE_EVERYTHING, 'sending', AT);
  expect(half).toEqual({ comparing: { sending: 'done', receiving: 'wanted' } });
  expect(noteCompared(COMPARE_EVERYTHING, 'receiving', AT)).toEqual({ comparing: { sending: 'wanted', receiving: 'done' } });
  const whole = { comparing: null, verifiedAt: AT, hadTrouble: false, exchanges: 0 };
  expect(noteCompared({ comparing: { sending: 'done', receiving: 'begun' } }, 'receiving', AT)).toEqual(whole);
  expect(noteCompared({ comparing: { sending: 'begun', receiving: 'done' } }, 'sending', AT)).toEqual(whole);
});
