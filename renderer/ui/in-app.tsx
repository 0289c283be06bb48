import { useState, type ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { newTestHost } from '../../shared/store/test-host.ts';
import { HostProvider } from '../app/host.tsx';
import { LanguageProvider } from '../app/language.tsx';
import { LookProvider } from '../app/look.tsx';
import { NoticesProvider } from '../app/notices.tsx';

/** What every part of a screen stands on, for tests: a machine in memory, English, the warm look. */
export function InApp({ children }: { children: ReactNode }) {
  const [host] = useState(newTestHost);
  return (
    <HostProvider host={host}>
      <LanguageProvider first="en">
        <LookProvider>
          <NoticesProvider>
            <MemoryRouter>{children}</MemoryRouter>
          </NoticesProvider>
        </LookProvider>
      </LanguageProvider>
    </HostProvider>
  );
}
