import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useChapter } from '../app/chapter.tsx';
import { useHostSentence } from '../app/host-trouble.ts';
import { useHost } from '../app/host.tsx';
import { useWords } from '../app/language.tsx';
import { BACKUP_ENDING } from '../app/opening/backup-ending.ts';
import { useWhen } from '../sync/when.ts';
import { QuietButton } from '../ui/Buttons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProgressLine } from '../ui/ProgressLine.tsx';
import { Section } from '../ui/Section.tsx';

type Stage =
  | { readonly at: 'start' | 'notSaved' }
  | { readonly at: 'making'; readonly share: number }
  | { readonly at: 'saved'; readonly when: string; readonly bytes: number }
  | { readonly at: 'failed'; readonly problem: unknown };

/** One file with everything, to be kept away from this PC. Its name says the day and nothing of the chapter. */
export function SaveBackup() {
  const t = useWords('recovery');
  const chapter = useChapter();
  const host = useHost();
  const when = useWhen();
  const ofHost = useHostSentence();
  const [stage, go] = useState<Stage>({ at: 'start' });

  const save = async (): Promise<void> => {
    go({ at: 'making', share: 0 });
    try {
      const { makeBackup } = await import('../../shared/store/backup.ts');
      const bytes = await makeBackup(host.keep, chapter, (share) => go({ at: 'making', share }));
      const today = new Date();
      const saved = await host.files.save(`convoca-${isoDay(today)}${BACKUP_ENDING}`, 'application/octet-stream', bytes);
      go(saved ? { at: 'saved', when: today.toISOString(), bytes: bytes.length } : { at: 'notSaved' });
    } catch (problem) {
      go({ at: 'failed', problem });
    }
  };

  return (
    <Section title={t('save.title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography sx={{ color: 'text.secondary' }}>{t('save.explain')}</Typography>
        {stage.at === 'saved' ? (
          <Notice kind="good">{t('save.saved', { when: when(stage.when), size: t('save.size', { megabytes: Math.max(0.1, Math.round(stage.bytes / 100_000) / 10) }) })}</Notice>
        ) : null}
        {stage.at === 'notSaved' ? <Notice kind="careful">{t('save.notSaved')}</Notice> : null}
        {stage.at === 'failed' ? <Notice kind="wrong">{ofHost(stage.problem) ?? t('save.failed')}</Notice> : null}
        {stage.at === 'making' ? (
          <ProgressLine label={t('save.making')} done={Math.round(stage.share * 100)} total={100} />
        ) : (
          <Box>
            <QuietButton onClick={() => void save()}>{t('save.action')}</QuietButton>
          </Box>
        )}
      </Box>
    </Section>
  );
}

/** The day here, as file names sort by it. */
function isoDay(moment: Date): string {
  return [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
