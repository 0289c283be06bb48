import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../app/language.tsx';
import { PrimaryButton, QuietButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useProblemSentence } from '../../ui/use-problem-sentence.ts';
import { MEMBERS } from '../paths.ts';
import type { ImportJob } from './import-job.ts';
import { useUndoableTakeBack } from './use-undoable-take-back.ts';

/** The import on its way, its failure or its end; `saveRefused` is the button for the rows that could not be read. */
export function RunningStep({ job, refused, onAnother, saveRefused }: { job: ImportJob; refused: number; onAnother: () => void; saveRefused: ReactNode }) {
  const t = useWords('import');
  const navigate = useNavigate();
  const sentence = useProblemSentence();
  const remember = useUndoableTakeBack();
  const state = useSyncExternalStore(job.subscribe, job.state);
  const { done, total } = state;
  const seePeople = <PrimaryButton onClick={() => void navigate(MEMBERS)}>{t('screen.seePeople')}</PrimaryButton>;
  const takeBackAll = async (): Promise<void> => {
    const taken = await job.takeBack();
    if (taken !== null && job.batch !== undefined) remember(job.batch, taken);
  };
  const takeBack = <QuietButton onClick={() => void takeBackAll()}>{t('screen.takeBack')}</QuietButton>;
  const another = <QuietButton onClick={onAnother}>{t('screen.another')}</QuietButton>;
  if (state.phase === 'writing' || state.phase === 'taking-back') {
    return (
      <Box sx={{ maxWidth: 720, display: 'grid', gap: 2 }}>
        <ProgressLine
          label={t(`screen.running.${state.phase}`)}
          done={done}
          total={total}
          action={state.phase === 'writing' ? <QuietButton onClick={() => job.cancel()}>{t('screen.running.cancel')}</QuietButton> : undefined}
        />
        {state.phase === 'writing' ? <Typography sx={{ color: 'text.secondary' }}>{t('screen.running.leave')}</Typography> : null}
      </Box>
    );
  }
  if (state.phase === 'failed') {
    return (
      <Box sx={{ maxWidth: 720, display: 'grid', gap: 2 }}>
        <Notice kind="wrong">
          {sentence(state.problem)} {t(state.during === 'writing' ? 'screen.failed.writing' : 'screen.failed.takingBack', { done, total, count: done })}
        </Notice>
        <Buttons>
          {state.during === 'writing' ? <PrimaryButton onClick={() => void job.run()}>{t('screen.failed.continue')}</PrimaryButton> : null}
          {takeBack}
        </Buttons>
      </Box>
    );
  }
  return (
    <Box sx={{ maxWidth: 720, display: 'grid', gap: 2 }}>
      <Notice kind={state.phase === 'done' ? 'good' : 'info'}>
        {state.phase === 'done' ? t('screen.done.added', { count: done - job.updated }) : t('screen.done.takenBack')}
        {state.phase === 'done' && job.updated > 0 ? ` ${t('screen.done.updated', { count: job.updated })}` : ''}
        {state.phase === 'done' && refused > 0 ? ` ${t('screen.done.refused', { count: refused })}` : ''}
      </Notice>
      <Buttons>
        {state.phase === 'done' ? seePeople : null}
        {state.phase === 'done' ? saveRefused : null}
        {state.phase === 'done' ? takeBack : null}
        {another}
      </Buttons>
    </Box>
  );
}

function Buttons({ children }: { children: ReactNode }) {
  return <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{children}</Box>;
}
