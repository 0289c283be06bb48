import { configure, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { newTestHost } from '../../shared/store/test-host.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { ChapterProvider } from '../app/chapter.tsx';
import { DirectoryProvider } from '../app/directory.tsx';
import { HostProvider } from '../app/host.tsx';
import { LanguageProvider } from '../app/language.tsx';
import { LanguageSwitch } from '../app/LanguageSwitch.tsx';
import { LookProvider } from '../app/look.tsx';
import { NoticesProvider } from '../app/notices.tsx';
import { UndoButton } from '../app/UndoButton.tsx';
import { historyRoutes } from './routes.tsx';

// The first screen of a test file is loaded when it is asked for, which takes a slow PC some seconds.
configure({ asyncUtilTimeout: 10_000 });

/** For tests: the bin, today's changes or a part of a page, with the language switch and "Undo", in English. */
export function showHistory(chapter: OpenedChapter, address: string, part: ReactElement | null = null) {
  const router = createMemoryRouter([...historyRoutes, { path: '*', element: part }], { initialEntries: [address] });
  return render(
    <HostProvider host={newTestHost()}>
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
}
