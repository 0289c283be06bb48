import { afterEach, expect, test } from 'vitest';
import { randomToken } from '../../shared/domain/record.ts';
import { SERVER_PEER, type PeerAnswer } from '../../shared/host.ts';
import { newChapterKeys } from '../../shared/store/keys.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { openTestChapter } from '../../shared/store/test-chapter.ts';
import { newTestHost } from '../../shared/store/test-host.ts';
import { lookToday } from './daily-look.ts';

const DAY = 24 * 3_600_000;
let chapter: OpenedChapter;
afterEach(() => chapter.close());

async function binnedPerson(): Promise<string> {
  chapter = await openTestChapter(randomToken(20), await newChapterKeys());
  const { id } = await chapter.create('people', { nameAsWritten: 'Ana', contacts: [], affiliations: [] });
  await chapter.change('people', id, { deletedAt: new Date().toISOString() });
  return id;
}

const inDays = (days: number): Date => new Date(Date.now() + days * DAY + 1000);

function hostWith(answer: PeerAnswer | null): ReturnType<typeof newTestHost> {
  const host = newTestHost();
  const peer = answer === null ? null : { id: SERVER_PEER, kind: 'server' as const, address: 'https://x.example', account: 'a', label: '' };
  return { ...host, sync: { ...host.sync, peer: () => Promise.resolve(peer), probe: () => Promise.resolve(answer ?? { ok: false, problem: 'no-peer' }) } };
}

test('looks once a day, and erases what has lain in the bin for 30 days', async () => {
  const id = await binnedPerson();
  const host = hostWith(null);
  expect(await lookToday(chapter, host, inDays(29))).toEqual([]);
  expect(await lookToday(chapter, host, inDays(31))).toEqual([id]);
  const other = await chapter.create('people', { nameAsWritten: 'Luz', contacts: [], affiliations: [] });
  await chapter.change('people', other.id, { deletedAt: new Date().toISOString() });
  expect(await lookToday(chapter, host, inDays(31))).toEqual([]);
  expect(await lookToday(chapter, host, inDays(32))).toEqual([other.id]);
});

test.each<[string, PeerAnswer, boolean]>([
  ['a server a year behind', { ok: true, clockAhead: -365 * DAY }, false],
  ['a server two days ahead', { ok: true, clockAhead: 2 * DAY }, false],
  ['a server that says the clock is wrong', { ok: false, problem: 'clock' }, false],
  ['a server an hour ahead', { ok: true, clockAhead: 3_600_000 }, true],
  ['no network', { ok: false, problem: 'no-network' }, true],
])('%s', async (_what, answer, isTrusted) => {
  const id = await binnedPerson();
  expect(await lookToday(chapter, hostWith(answer), inDays(31))).toEqual(isTrusted ? [id] : []);
});
