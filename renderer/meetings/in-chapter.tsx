import { configure, render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { randomToken } from '../../shared/domain/record.ts';
import type { Host } from '../../shared/host.ts';
import { planPages, type SheetPlan } from '../../shared/papers/plan-pages.ts';
import { newChapterKeys } from '../../shared/store/keys.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { openTestChapter } from '../../shared/store/test-chapter.ts';
import { ChapterProvider } from '../app/chapter.tsx';
import { DirectoryProvider } from '../app/directory.tsx';
import { HostProvider } from '../app/host.tsx';
import { LanguageProvider } from '../app/language.tsx';
import { LanguageSwitch } from '../app/LanguageSwitch.tsx';
import { LookProvider } from '../app/look.tsx';
import { NoticesProvider } from '../app/notices.tsx';
import { UndoButton } from '../app/UndoButton.tsx';
import { homeRoutes } from '../home/routes.tsx';
import { meetingsRoutes } from './routes.tsx';

// The first screen of a test file is loaded when it is asked for, which takes a slow PC some seconds.
configure({ asyncUtilTimeout: 10_000 });

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

/** For tests: these workplaces' screens at an address, with the language switch and "Undo", in English. */
export function showOffice(chapter: OpenedChapter, address: string, host: Host) {
  const router = createMemoryRouter([...homeRoutes, ...meetingsRoutes], { initialEntries: [address] });
  const screen = render(
    <HostProvider host={host}>
      <LanguageProvider first="en">
        <LookProvider>
          <NoticesProvider>
            <ChapterProvider chapter={chapter}>
              <DirectoryProvider>
                <LanguageSwitch />
                <UndoButton />
                <RouterProvider router={router} />
              </DirectoryProvider>
            </ChapterProvider>
          </NoticesProvider>
        </LookProvider>
      </LanguageProvider>
    </HostProvider>,
  );
  return { ...screen, router };
}
