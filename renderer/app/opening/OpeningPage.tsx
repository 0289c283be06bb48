import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, type ReactNode } from 'react';
import { TextButton } from '../../ui/Buttons.tsx';
import { useWords } from '../language.tsx';
import { LanguageSwitch } from '../LanguageSwitch.tsx';

/** The frame of what comes before a chapter is open: brand, language, one calm column; `wide` for a list. */
export function OpeningPage({
  title,
  lead,
  wide = false,
  onBack,
  children,
}: {
  title: string;
  lead?: ReactNode;
  wide?: boolean;
  onBack?: (() => void) | undefined;
  children: ReactNode;
}) {
  const t = useWords(['shell', 'common']);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Convoca`;
  }, [title]);
  useEffect(() => {
    // A form that put the cursor in its first field keeps it there.
    if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <Box sx={{ minHeight: '100%', display: 'flex', flexDirection: 'column' }}>
      <Box component="header" sx={{ height: 56, flexShrink: 0, px: '20px', display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
        <Box sx={{ color: 'primary.main', fontSize: '1.375rem', fontWeight: 700, letterSpacing: '-0.01em' }}>{t('shell:brand')}</Box>
        <LanguageSwitch />
      </Box>
      <Box component="main" sx={{ width: '100%', maxWidth: wide ? 1008 : 608, mx: 'auto', px: 3, pt: { xs: 2, md: 4 }, pb: 6 }}>
        {onBack === undefined ? null : (
          <Box sx={{ ml: '-8px', mb: 1 }}>
            <TextButton startIcon={<ArrowBackOutlined />} onClick={onBack}>
              {t('common:back')}
            </TextButton>
          </Box>
        )}
        <Typography ref={heading} tabIndex={-1} component="h1" variant="h1" sx={{ mb: lead === undefined ? 3 : 1 }}>
          {title}
        </Typography>
        {lead === undefined ? null : <Typography sx={{ color: 'text.secondary', mb: 3 }}>{lead}</Typography>}
        {children}
      </Box>
    </Box>
  );
}
