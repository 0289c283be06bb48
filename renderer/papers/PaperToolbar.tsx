import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { PAPER_MODES } from '../../shared/papers/printed-text.ts';
import { BLANK_PAGES, type SheetChoices } from '../../shared/papers/sheet-input.ts';
import { PAPER_SIZES } from '../../shared/papers/sheet-space.ts';
import { useWords } from '../app/language.tsx';
import { PrimaryButton, QuietButton } from '../ui/Buttons.tsx';
import { ShortChoice } from './ShortChoice.tsx';

export interface PaperToolbarProps {
  readonly choices: SheetChoices;
  readonly onChange: (choices: SheetChoices) => void;
  /** False when nobody is expected: a sheet with names would have none. */
  readonly canPrefill: boolean;
  /** True while a code is being given or the printer's dialog is open. */
  readonly working: boolean;
  /** How many sheets and names there are, or what is going on. */
  readonly summary: string;
  readonly onPrint: () => void;
  readonly onPdf: () => void;
}

/** How a sheet is printed: its languages, with or without names, the paper; and the two things to do with it. */
export function PaperToolbar({ choices, onChange, canPrefill, working, summary, onPrint, onPdf }: PaperToolbarProps) {
  const t = useWords('papers');
  const variants = canPrefill ? (['prefilled', 'blank'] as const) : (['blank'] as const);
  return (
    <Box
      component="section"
      aria-label={t('toolbar.label')}
      className="no-print"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', columnGap: 2, rowGap: 2 }}
    >
      <ShortChoice
        label={t('toolbar.mode')}
        width={190}
        value={choices.mode}
        choices={PAPER_MODES.map((mode) => ({ value: mode, label: t(`toolbar.modes.${mode}`) }))}
        onChange={(mode) => onChange({ ...choices, mode })}
      />
      <ShortChoice
        label={t('toolbar.variant')}
        width={140}
        value={choices.variant}
        choices={variants.map((variant) => ({ value: variant, label: t(`toolbar.variants.${variant}`) }))}
        onChange={(variant) => onChange({ ...choices, variant })}
      />
      {choices.variant === 'blank' ? (
        <ShortChoice
          label={t('toolbar.blankPages')}
          width={140}
          value={String(choices.blankPages)}
          choices={BLANK_PAGES.map((count) => ({ value: String(count), label: String(count) }))}
          onChange={(count) => onChange({ ...choices, blankPages: Number(count) })}
        />
      ) : null}
      <ShortChoice
        label={t('toolbar.paper')}
        width={140}
        value={choices.paper}
        choices={PAPER_SIZES.map((paper) => ({ value: paper, label: t(`toolbar.papers.${paper}`) }))}
        onChange={(paper) => onChange({ ...choices, paper })}
      />
      <Box sx={{ display: 'flex', flex: '1 1 560px', alignItems: 'center', gap: 2 }}>
        <Typography variant="body2" role="status" sx={{ flex: 1, color: 'text.secondary' }}>
          {summary}
        </Typography>
        <QuietButton startIcon={<PictureAsPdfOutlined />} disabled={working} onClick={onPdf}>
          {t('toolbar.pdf')}
        </QuietButton>
        <PrimaryButton startIcon={<PrintOutlined />} disabled={working} onClick={onPrint} aria-keyshortcuts="F9">
          {t('toolbar.print')}
        </PrimaryButton>
      </Box>
    </Box>
  );
}
