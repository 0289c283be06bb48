import RefreshOutlined from '@mui/icons-material/RefreshOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { chapterRows } from '../../shared/sync/chapter-list.ts';
import { NETWORK_DATABASE } from '../../shared/sync/contact.ts';
import { useWords } from '../app/language.tsx';
import { useMoment } from '../history/moment.ts';
import { ServerForm } from '../sync/ServerForm.tsx';
import { PrimaryButton, QuietButton } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';
import { ChapterItem } from './ChapterItem.tsx';
import { useNetwork, type Network } from './use-network.ts';

const SAID = ['no-list', 'not-allowed', 'wrong-password', 'no-network', 'captive-portal'] as const;

/** Each chapter's last contact, computers, versions, what waits and how much there is; asked for, once, by which account. */
export function ChapterList() {
  const t = useWords('headquarters');
  const network = useNetwork();
  const [isChanging, setChanging] = useState(false);
  if (network.peer === undefined) return null;
  if (network.peer === null || isChanging) {
    const connected = async (): Promise<void> => {
      await network.connected();
      setChanging(false);
    };
    return (
      <Box sx={{ maxWidth: 560 }}>
        <ServerForm
          database={NETWORK_DATABASE}
          peer={network.peer}
          explain={t('connect.explain')}
          isPrimary
          onDone={connected}
          onCancel={network.peer === null ? undefined : () => setChanging(false)}
        />
      </Box>
    );
  }
  return (
    <>
      <Chapters network={network} />
      <Box sx={{ mt: 4 }}>
        <Section title={t('account.title')}>
          <Typography sx={{ mb: 2, overflowWrap: 'anywhere' }}>{t('account.now', { address: network.peer.address, account: network.peer.account })}</Typography>
          <Box sx={{ display: 'flex', gap: 1 }}>
            <QuietButton onClick={() => setChanging(true)}>{t('account.change')}</QuietButton>
            <QuietButton onClick={() => void network.forget()}>{t('account.forget')}</QuietButton>
          </Box>
        </Section>
      </Box>
    </>
  );
}

function Chapters({ network: { figures, isFresh, isLooking, problem, names, refresh, rename } }: { network: Network }) {
  const t = useWords('headquarters');
  const moment = useMoment();
  const rows = figures === null ? [] : chapterRows(figures, names, Date.parse(figures.readAt));
  const summary = figures === null ? '' : t('list.asOf', { chapters: t('list.count', { count: rows.length }), when: moment(figures.readAt) });
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {problem === null ? null : (
        <Notice kind="wrong">
          {t(`problem.${SAID.find((one) => one === problem) ?? 'other'}`)} {figures === null || isFresh ? null : t('list.old', { when: moment(figures.readAt) })}
        </Notice>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
        <Typography role="status" sx={{ color: 'text.secondary' }}>
          {isLooking && !isFresh && figures === null ? t('list.refreshing') : summary}
        </Typography>
        <PrimaryButton startIcon={<RefreshOutlined />} disabled={isLooking} onClick={() => void refresh()}>
          {isLooking ? t('list.refreshing') : t('list.refresh')}
        </PrimaryButton>
      </Box>
      {figures !== null && rows.length === 0 ? <EmptyState>{t('list.empty')}</EmptyState> : null}
      {rows.length === 0 ? null : (
        <Box component="section" aria-label={t('list.label')}>
          <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.5 }}>
            {rows.map((row) => (
              <ChapterItem key={row.chapter} row={row} onRename={(name) => rename(row.chapter, name)} />
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
}
