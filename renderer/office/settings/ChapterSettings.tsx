import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { effectiveSettings, type Settings } from '../../../shared/domain/settings.ts';
import { useWords } from '../../app/language.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Section } from '../../ui/Section.tsx';
import { FiguresFields } from './FiguresFields.tsx';
import { LetterheadFields } from './LetterheadFields.tsx';
import { PaperFields } from './PaperFields.tsx';
import { RetentionTable } from './RetentionTable.tsx';
import { SponsorFields } from './SponsorFields.tsx';
import { useSettingLines, type SettingsPart } from './use-setting-lines.ts';
import { useChangesSettings, useSettingsChange } from './use-settings-change.ts';

/** The chapter's own settings in parts that open (domain §2.1, §5.6). Administrators change them; everyone reads them. */
export function ChapterSettings({ settings: record }: { settings: Settings }) {
  const t = useWords(['office', 'structure']);
  const change = useSettingsChange(record);
  const settings = useMemo(() => effectiveSettings(record), [record]);
  const linesOf = useSettingLines(settings);
  const [open, setOpen] = useState<SettingsPart | 'retention' | null>(null);
  const mayChange = useChangesSettings();
  const toggle = (part: typeof open) => (): void => setOpen(open === part ? null : part);
  const fields = { letterhead: LetterheadFields, sponsor: SponsorFields, papers: PaperFields, figures: FiguresFields } as const;
  const part = (of: SettingsPart) => {
    const Fields = fields[of];
    const lines = linesOf(of);
    // A number alone says nothing.
    const summary = lines.map(({ label, text }) => (of === 'figures' ? `${label}: ${text}` : text)).filter((text) => text !== '').join(' · ');
    return (
      <Disclosure title={t(`structure:settings.part.${of}`)} summary={summary || t('structure:settings.nothing')} open={open === of} onToggle={toggle(of)}>
        {mayChange ? <Fields settings={settings} change={change} /> : <ReadLines lines={lines} />}
      </Disclosure>
    );
  };
  return (
    <Section title={t('office:chapter.title')}>
      {mayChange ? null : <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('structure:settings.onlyRead')}</Typography>}
      {part('letterhead')}
      {part('sponsor')}
      {part('papers')}
      {part('figures')}
      <Disclosure title={t('structure:settings.part.retention')} summary={t('structure:retention.summary')} open={open === 'retention'} onToggle={toggle('retention')}>
        <RetentionTable retention={settings.retention} change={mayChange ? change : null} />
      </Disclosure>
    </Section>
  );
}

function ReadLines({ lines }: { lines: readonly { readonly label: string; readonly text: string }[] }) {
  const t = useWords('structure');
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1.5 }}>
      {lines.map(({ label, text }) => (
        <div key={label}>
          <Typography component="dt" variant="body2" sx={{ fontWeight: 500 }}>
            {label}
          </Typography>
          <Typography component="dd" sx={{ m: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere', color: text === '' ? 'text.secondary' : undefined }}>
            {text || t('settings.nothing')}
          </Typography>
        </div>
      ))}
    </Box>
  );
}
