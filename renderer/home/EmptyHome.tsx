import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../app/language.tsx';
import { useNewMeeting } from '../meetings/use-new-meeting.ts';
import { IMPORT, NEW_PERSON } from '../members/paths.ts';
import { useReadsOrganizers } from '../app/user-access.ts';
import { PrimaryButton, QuietButton } from '../ui/Buttons.tsx';

function Step({ number, sentence, children }: { number: number; sentence: string; children?: ReactNode }) {
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, px: 3, py: 2.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box
        aria-hidden
        className="figures"
        sx={{ width: 32, height: 32, borderRadius: '50%', display: 'grid', placeItems: 'center', flexShrink: 0, fontWeight: 700, color: 'secondary.main', bgcolor: (theme) => theme.convoca.waitingTint }}
      >
        {number}
      </Box>
      <Box sx={{ display: 'grid', gap: 1.5, pt: '4px' }}>
        {sentence}
        {children === undefined ? null : <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{children}</Box>}
      </Box>
    </Box>
  );
}

/** The first day: what this program is for, in the four steps of an office's week, each with its button. */
export function EmptyHome() {
  const t = useWords('home');
  const navigate = useNavigate();
  const mayImport = useReadsOrganizers();
  const planMeeting = useNewMeeting();
  return (
    <Box component="section" aria-labelledby="home-first" sx={{ maxWidth: 720 }}>
      <Box component="h2" id="home-first" sx={{ fontSize: '1.1875rem', lineHeight: '24px', m: 0, mb: 1.5 }}>
        {t('empty.sentence')}
      </Box>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
        <Step number={1} sentence={t('empty.people')}>
          {mayImport ? <PrimaryButton onClick={() => void navigate(IMPORT)}>{t('empty.import')}</PrimaryButton> : null}
          <QuietButton onClick={() => void navigate(NEW_PERSON)}>{t('add.person')}</QuietButton>
        </Step>
        <Step number={2} sentence={t('empty.plan')}>
          <QuietButton onClick={() => void planMeeting()}>{t('add.meeting')}</QuietButton>
        </Step>
        <Step number={3} sentence={t('empty.sheet')} />
        <Step number={4} sentence={t('empty.send')}>
          <QuietButton onClick={() => void navigate('/sync')}>{t('empty.connect')}</QuietButton>
        </Step>
      </Box>
    </Box>
  );
}
