import { afterEach, expect, test } from 'vitest';
import { randomToken } from '../../shared/domain/record.ts';
import { newChapterKeys } from '../../shared/store/keys.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { newTestPc, openTestChapter } from '../../shared/store/test-chapter.ts';
import { newTestHost } from '../../shared/store/test-host.ts';
import { contactDocument } from '../../shared/sync/contact.ts';
import { rulesFor } from '../../shared/sync/validation/parameters.ts';
import { refusalOf } from '../../shared/sync/validation/refusal.ts';
import { officeFigures } from './contact-reports.ts';
import { serverStatus } from './status-examples.ts';

const open: OpenedChapter[] = [];
afterEach(async () => {
  for (const chapter of open.splice(0)) await chapter.close();
});

test('what headquarters is told are numbers and codes, which its server takes, and no word of anybody', async () => {
  const id = randomToken(20);
  const chapter = await openTestChapter(id, await newChapterKeys(), newTestPc());
  open.push(chapter);
  await chapter.create('people', { nameAsWritten: 'Guadalupe Hernández', contacts: [], affiliations: [] });
  const taken = await chapter.create('office', { kind: 'device', name: 'Oficina de Rosa', letter: 'B', codesGiven: 0, removed: true });
  const denied = [{ id: 'person:x', rev: '1-x', reason: 'forbidden', since: '2026-11-22T10:42:00Z', direction: 'sending' }] as const;
  const { figures, removed } = await officeFigures(chapter, newTestHost(), serverStatus({ waiting: 3, waitingSince: '2026-11-22T10:42:00.000Z', problem: 'server-full', denied }));
  expect(figures).toMatchObject({ chapter: id, device: chapter.device, account: 'durham-1', waiting: 3, denied: 1, problem: 'server-full', reviews: 0 });
  expect(figures.totals).toEqual({ people: 1, institutions: 0, gatherings: 0, sheets: 0, office: 1, programs: 0, money: 0 });
  expect(removed).toEqual([taken.id]);
  const document = contactDocument(figures, Date.now(), Date.now());
  for (const word of ['Guadalupe', 'Rosa', 'Oficina', 'person:']) expect(JSON.stringify(document)).not.toContain(word);
  const rules = rulesFor('network');
  expect(rules && refusalOf(document, null, { name: 'durham-1', roles: [`chapter-${id}`] }, rules)).toBeNull();
});

test('headquarters hears of people, not of records: the bin has none, and two records of one person are one', async () => {
  const chapter = await openTestChapter(randomToken(20), await newChapterKeys(), newTestPc());
  open.push(chapter);
  const [lupita, twin, gone] = await chapter.createMany('people', ['Lupita', 'Guadalupe', 'Ana'].map((nameAsWritten) => ({ nameAsWritten, contacts: [], affiliations: [] })));
  const people = async (): Promise<number | undefined> => (await officeFigures(chapter, newTestHost(), serverStatus({}))).figures.totals['people'];
  await chapter.change('people', gone?.id ?? '', { deletedAt: '2026-11-22T10:42:00Z' });
  expect(await people()).toBe(2);
  await chapter.change('people', twin?.id ?? '', { mergedInto: lupita?.id });
  expect(await people()).toBe(1);
});
