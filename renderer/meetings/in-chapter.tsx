import type { Meeting } from '../../shared/domain/meeting.ts';
import { randomToken } from '../../shared/domain/record.ts';
import type { Host } from '../../shared/host.ts';
import { planPages, type SheetPlan } from '../../shared/papers/plan-pages.ts';
import { newChapterKeys } from '../../shared/store/keys.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { openTestChapter } from '../../shared/store/test-chapter.ts';
import { showInChapter } from '../app/in-chapter.tsx';
import { homeRoutes } from '../home/routes.tsx';
import { meetingsRoutes } from './routes.tsx';

/** For tests: a real chapter in memory whose PC has the letter A and the area code 919. */
export async function newOffice(): Promise<OpenedChapter> {
  const chapter = await openTestChapter(randomToken(20), await newChapterKeys());
  await chapter.collections.office.insert({ id: chapter.device, kind: 'device', name: 'PC 1', letter: 'A', codesGiven: 0 });
  const letterhead = { phone: '', email: '', address: '' };
  await chapter.create('office', { kind: 'settings', chapterName: { es: 'Capítulo', en: 'Chapter' }, letterhead, areaCode: '919', paper: 'letter' });
  return chapter;
}

/** For tests: a person with that name. */
export async function addPerson(chapter: OpenedChapter, nameAsWritten: string): Promise<string> {
  return (await chapter.create('people', { nameAsWritten, contacts: [], affiliations: [] })).id;
}

/** For tests: the pages of a meeting that expects these people. */
export function planFor(meeting: Pick<Meeting, 'title'>, expected: readonly string[], variant: 'blank' | 'prefilled' = 'prefilled'): SheetPlan {
  const people = expected.map((id, place) => ({ id, listName: `Name ${place}`, sortKey: [String(place).padStart(3, '0')], institution: '' }));
  const settings = { chapterName: { es: 'Capítulo', en: 'Chapter' }, letterhead: { phone: '', email: '', address: '' } };
  return planPages({ meeting, settings, expected: people }, { mode: 'es-en', variant, paper: 'letter', blankPages: 1 });
}

/** For tests: these workplaces' screens at an address. */
export function showOffice(chapter: OpenedChapter, address: string, host: Host) {
  return showInChapter(chapter, [...homeRoutes, ...meetingsRoutes], address, host);
}
