import { useState } from 'react';
import type { Host } from '../../shared/host.ts';
import type { Lang } from '../../shared/domain/codes.ts';
import { Failsafe } from './Failsafe.tsx';
import { Gate } from './Gate.tsx';
import { HostProvider } from './host.tsx';
import { LanguageProvider } from './language.tsx';
import { LockedOutNotice } from './LockedOutNotice.tsx';
import { LookProvider } from './look.tsx';
import { NoticesProvider } from './notices.tsx';
import { openingOn } from './opening-here.ts';
import { UnexpectedNotice, tellUnexpected } from './UnexpectedNotice.tsx';
import type { ShellParts } from './workplace.ts';

/** The whole app on one machine, in the language it begins with. */
export function App({ host, lang, parts }: { host: Host; lang: Lang; parts: ShellParts }) {
  const [opening] = useState(() => openingOn(host, tellUnexpected));
  return (
    <HostProvider host={host}>
      <LanguageProvider first={lang}>
        <LookProvider>
          <Failsafe>
            <NoticesProvider>
              <UnexpectedNotice />
              <LockedOutNotice />
              <Gate opening={opening} parts={parts} />
            </NoticesProvider>
          </Failsafe>
        </LookProvider>
      </LanguageProvider>
    </HostProvider>
  );
}
