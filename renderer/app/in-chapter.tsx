import { render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router';
import type { Host } from '../../shared/host.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { ChapterProvider } from './chapter.tsx';
import { DirectoryProvider } from './directory.tsx';
import { HostProvider } from './host.tsx';
import { LanguageProvider } from './language.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { LookProvider } from './look.tsx';
import { NoticesProvider } from './notices.tsx';
import { SearchProvider } from './search.tsx';
import { UndoButton } from './UndoButton.tsx';

/** For tests: these screens of an open chapter at an address, with the language switch and "Undo", in English. */
export function showInChapter(chapter: OpenedChapter, routes: RouteObject[], address: string, host: Host) {
  const router = createMemoryRouter(routes, { initialEntries: [address] });
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
