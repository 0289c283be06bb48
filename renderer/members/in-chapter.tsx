import { configure, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import type { Host } from '../../shared/host.ts';
import { randomToken } from '../../shared/domain/record.ts';
import { newChapterKeys } from '../../shared/store/keys.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { openTestChapter } from '../../shared/store/test-chapter.ts';
import { newTestHost } from '../../shared/store/test-host.ts';
import { ChapterProvider } from '../app/chapter.tsx';
import { DirectoryProvider } from '../app/directory.tsx';
import { HostProvider } from '../app/host.tsx';
import { LanguageProvider } from '../app/language.tsx';
import { LanguageSwitch } from '../app/LanguageSwitch.tsx';
import { LookProvider } from '../app/look.tsx';
import { NoticesProvider } from '../app/notices.tsx';
import { SearchProvider } from '../app/search.tsx';
import { UndoButton } from '../app/UndoButton.tsx';
import { membersRoutes } from './routes.tsx';

// The first screen of a test file is loaded when it is asked for, which takes a slow PC some seconds.
configure({ asyncUtilTimeout: 10_000 });

/** For tests: a real chapter in memory. */
export async function newChapter(): Promise<OpenedChapter> {
  return openTestChapter(randomToken(20), await newChapterKeys());
}

/** For tests: this workplace's screens at an address, with the language switch and "Undo", in English; `frame` stands around them. */
export function showMembers(chapter: OpenedChapter, address: string, files: Partial<Host['files']> = {}, frame: ReactElement | null = null) {
  const machine = newTestHost();
  const host: Host = { ...machine, files: { ...machine.files, ...files } };
  const router = createMemoryRouter(frame === null ? membersRoutes : [{ element: frame, children: membersRoutes }], { initialEntries: [address] });
  const screen = render(
    <HostProvider host={host}>
      <LanguageProvider first="en">
        <LookProvider>
          <NoticesProvider>
            <ChapterProvider chapter={chapter}>
              <DirectoryProvider>
                <SearchProvider>
                  <LanguageSwitch />
                  <UndoButton />
                  <RouterProvider router={router} />
                </SearchProvider>
              </DirectoryProvider>
            </ChapterProvider>
          </NoticesProvider>
        </LookProvider>
      </LanguageProvider>
    </HostProvider>,
  );
  return { ...screen, router };
}
