import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import type { PeerInfo } from '../../shared/host.ts';
import { useChapter } from '../app/chapter.tsx';
import { useHost } from '../app/host.tsx';
import { useWords } from '../app/language.tsx';
import { QuietButton } from '../ui/Buttons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';
import { usePeerName } from './peer-name.ts';
import { ServerForm } from './ServerForm.tsx';
import { useSyncSession } from './session-here.ts';

/** Where this office sends: shown in one line, or asked for once. */
export function Connection({
  peer,
  changing,
  onChanging,
  onConnected,
  onExchange,
}: {
  peer: PeerInfo | null;
  /** The field to begin with while the connection is written anew; null while it is only shown. */
  changing: 'address' | 'password' | null;
  onChanging: (changing: 'address' | null) => void;
  onConnected: () => Promise<void>;
  onExchange: () => Promise<void>;
}) {
  const nameOf = usePeerName();
  const t = useWords('sync');
  const chapter = useChapter();
  const host = useHost();
  const session = useSyncSession();
  const place = useRef<HTMLDivElement>(null);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    if (changing !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [changing]);
  const forget = async (): Promise<void> => {
    setAsking(false);
    await session.changePeers(() => host.sync.forgetPeer(chapter.database));
    await onConnected();
  };
  const done = async (): Promise<void> => {
    onChanging(null);
    await onConnected();
    await onExchange();
  };
  const isForm = peer === null || changing !== null;
  return (
    <Box ref={place}>
      <Section title={t('connection.title')}>
        {isForm ? (
          <ServerForm
            key={changing ?? 'new'}
            database={chapter.database}
            peer={peer}
            explain={t('connection.explain')}
            withLabel
            focus={changing}
            isPrimary={peer === null}
            around={(set) => session.changePeers(set)}
            onDone={done}
            onCancel={peer === null ? undefined : () => onChanging(null)}
          />
        ) : (
          <>
            <Typography sx={{ mb: 2, overflowWrap: 'anywhere', '&::first-letter': { textTransform: 'uppercase' } }}>
              {t('connection.now', { peer: nameOf(peer.label), address: peer.address, account: peer.account })}
            </Typography>
            {isAsking ? (
              <Notice
                kind="careful"
                action={
                  <>
                    <QuietButton autoFocus onClick={() => setAsking(false)}>
                      {t('connection.forgetNo')}
                    </QuietButton>
                    <QuietButton onClick={() => void forget()}>{t('connection.forgetYes')}</QuietButton>
                  </>
                }
              >
                {t('connection.forgetAsk', { peer: nameOf(peer.label) })}
              </Notice>
            ) : (
              <Box sx={{ display: 'flex', gap: 1 }}>
                <QuietButton onClick={() => onChanging('address')}>{t('connection.change')}</QuietButton>
                <QuietButton onClick={() => setAsking(true)}>{t('connection.forget')}</QuietButton>
              </Box>
            )}
          </>
        )}
        <Typography color="text.secondary" sx={{ mt: 2 }}>
          {t('connection.code', { code: inGroups(chapter.id) })}
        </Typography>
      </Section>
    </Box>
  );
}

/** `k3j4 9x2m …`: as people read a code out. A place is made for it at headquarters before an office can connect (ADR 17). */
function inGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1\u00a0');
}
