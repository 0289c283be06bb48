import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { Device } from '../../shared/domain/office.ts';
import { useChapter } from '../app/chapter.tsx';
import { useHost } from '../app/host.tsx';
import { useWords } from '../app/language.tsx';
import { useNotices } from '../app/notices.tsx';
import { useRecord } from '../app/records.ts';
import { useMoment } from '../history/moment.ts';
import { PrimaryButton, QuietButton } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { copyText } from './copy-text.ts';
import { useLogWords, usePeerLines } from './log-words.ts';
import { useSyncSession, useSyncStatus } from './session-here.ts';
import { useTopOfPage } from '../ui/use-top-of-page.ts';

/** What was sent and received lately, to be read out, copied or printed. It holds no names (design §5). */
export function SyncLogScreen() {
  useTopOfPage();
  const t = useWords('sync');
  const host = useHost();
  const { tell } = useNotices();
  const session = useSyncSession();
  // The log grows whenever the status does.
  const status = useSyncStatus();
  const head = useHead();
  const said = useLogWords();
  const peers = usePeerLines()(status);
  const lines = [...session.log].reverse().map(said);
  const copy = async (): Promise<void> => {
    const text = [head, ...peers, '', ...lines.map(({ when, text: words }) => `${when}  ${words}`)].join('\n');
    if (await copyText(text)) tell('good', t('log.copied'));
    else tell('wrong', t('log.notCopied'));
  };
  const print = (): void => {
    host.paper.print().catch(() => tell('wrong', t('log.notPrinted')));
  };
  return (
    <Box sx={{ maxWidth: 720 }}>
      <Box className="no-print" sx={{ ml: '-8px', mb: 0.5 }}>
        <Button component={Link} to="/sync" variant="text" startIcon={<ArrowBackOutlined aria-hidden />}>
          {t('log.back')}
        </Button>
      </Box>
      <PageTitle
        title={t('log.title')}
        action={
          lines.length === 0 ? undefined : (
            <Box className="no-print" sx={{ display: 'flex', gap: 1 }}>
              <QuietButton onClick={print}>{t('log.print')}</QuietButton>
              <PrimaryButton onClick={() => void copy()}>{t('log.copy')}</PrimaryButton>
            </Box>
          )
        }
      >
        {t('log.explain')}
      </PageTitle>
      <Box sx={{ mb: 2 }}>
        {[head, ...peers].map((line) => (
          <Typography key={line} className="figures">
            {line}
          </Typography>
        ))}
      </Box>
      {lines.length === 0 ? (
        <EmptyState>{t('log.empty')}</EmptyState>
      ) : (
        <Box component="ol" aria-label={t('log.label')} sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {lines.map(({ when, text }, at) => (
            <Box component="li" key={lines.length - at} sx={{ py: 1, borderTop: 1, borderColor: 'divider', display: 'flex', flexWrap: 'wrap', columnGap: 2, breakInside: 'avoid' }}>
              <Typography className="figures" sx={{ flex: '0 0 208px', color: 'text.secondary' }}>
                {when}
              </Typography>
              <Typography className="figures" sx={{ flex: '1 1 240px' }}>
                {text}
              </Typography>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}

/** Which Convoca on which computer, and when: a coordinator asks for it first. */
function useHead(): string {
  const t = useWords('sync');
  const host = useHost();
  const moment = useMoment();
  const device = useRecord('office', useChapter().device);
  const [version, setVersion] = useState('');
  useEffect(() => {
    let here = true;
    void host.app.info().then((info) => {
      if (here) setVersion(info.version);
    });
    return () => {
      here = false;
    };
  }, [host]);
  return t('log.head', { version, letter: (device as Device | null | undefined)?.letter ?? '', when: moment(new Date().toISOString()) });
}
