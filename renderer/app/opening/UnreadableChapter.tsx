import Box from '@mui/material/Box';
import type { ChapterListing } from '../../../shared/store/chapter-types.ts';
import { TextButton } from '../../ui/Buttons.tsx';
import { useWords } from '../language.tsx';
import type { FirstStep } from './Welcome.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import { StepCard } from './StepCard.tsx';

/** A chapter whose keys on this PC cannot be read: why, and how they come back. Without it the PC would look empty. */
export function UnreadableChapter({ problem, onChoose, onAnother }: { problem: NonNullable<ChapterListing['problem']>; onChoose: (step: FirstStep) => void; onAnother: () => void }) {
  const t = useWords('recovery');
  return (
    <OpeningPage title={t('unreadable.title')} lead={t(`unreadable.${problem}`)}>
      {problem === 'damaged' ? (
        <Box sx={{ display: 'grid', gap: 1.5 }}>
          <StepCard title={t('fromFile.title')} text={t('backup.text')} onClick={() => onChoose('backup')} />
          <StepCard title={t('unreadable.join')} text={t('unreadable.joinText')} onClick={() => onChoose('join')} />
        </Box>
      ) : null}
      <Box sx={{ mt: 4, ml: '-8px' }}>
        <TextButton onClick={onAnother}>{t('unreadable.another')}</TextButton>
      </Box>
    </OpeningPage>
  );
}
