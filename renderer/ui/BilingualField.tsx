import Box from '@mui/material/Box';
import type { Bilingual } from '../../shared/domain/record.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { SavedTextField } from './SavedTextField.tsx';

/** A text printed for others, in both languages; the screen's language first. One may stay empty (domain §2.0). */
export function BilingualField({
  label,
  hint,
  rows,
  value,
  onSave,
}: {
  label: string;
  hint?: string;
  rows?: number;
  value: Bilingual;
  /** Given as a change of what stands there: one language may be left before the other's text is back from the store. */
  onSave: (change: (now: Bilingual) => Bilingual) => Promise<unknown>;
}) {
  const t = useWords('common');
  const { lang } = useLanguage();
  const boxes = (lang === 'es' ? (['es', 'en'] as const) : (['en', 'es'] as const)).map((of) => (
    <SavedTextField
      key={of}
      lang={of}
      label={`${label} · ${t(of === 'es' ? 'field.spanish' : 'field.english')}`}
      hint={of === lang ? hint : undefined}
      rows={rows}
      value={value[of]}
      onSave={(text) => onSave((now) => ({ ...now, [of]: text }))}
    />
  ));
  return <Box sx={{ display: 'grid', gap: 2 }}>{boxes}</Box>;
}
