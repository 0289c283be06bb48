import { useLanguage, useWords } from '../app/language.tsx';
import { useRecord } from '../app/records.ts';
import type { UndoStep } from '../app/undo-stack.ts';
import { useFieldLabels } from './field-labels.ts';
import { useRecordTitle } from './record-title.ts';

/** What "Undo" would take back, in the language of the screen, whatever language it was done in. */
export function useUndoLabel(step: UndoStep | undefined): string {
  const t = useWords('history');
  const { lang } = useLanguage();
  const label = useFieldLabels();
  const titleOf = useRecordTitle();
  const about = step?.about;
  const record = useRecord(about?.name ?? 'office', about?.id);
  if (!step) return '';
  if (!about || about.lang === lang) return step.label;
  if (record === undefined) return '';
  const name = titleOf(about.name, record);
  if (about.kind !== 'changed') return t(`undo.${about.kind}`, { name });
  return t('undo.changed', { field: label(about.name, about.field ?? '') ?? t('field.other'), name });
}
