import Box from '@mui/material/Box';
import { useNavigate, useRevalidator, useLocation } from 'react-router';
import { PrimaryButton, QuietButton } from '../ui/Buttons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useWords } from './language.tsx';

/** In place of a page that stopped working: what it means for the work, and two ways on. */
export function PageFailure() {
  const t = useWords('shell');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { revalidate } = useRevalidator();
  return (
    <Box sx={{ maxWidth: 640, pt: 2, px: 2, display: 'grid', gap: 2 }}>
      <Notice kind="wrong">{t('failure.page')}</Notice>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <PrimaryButton
          onClick={() => {
            void navigate(pathname, { replace: true });
            void revalidate();
          }}
        >
          {t('failure.again')}
        </PrimaryButton>
        <QuietButton onClick={() => void navigate('/')}>{t('failure.home')}</QuietButton>
      </Box>
    </Box>
  );
}
