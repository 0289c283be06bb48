import { useCallback } from 'react';
import { isNothing, type Fields } from '../../../shared/names/merging/values.ts';
import type { MergeRow } from '../../../shared/names/merging/merge-rows.ts';
import { NARROW } from '../../app/narrow.ts';
import { useWords } from '../../app/language.tsx';
import { useFieldLabels } from '../../history/field-labels.ts';
import { useValueWords } from '../../history/value-words.ts';

/** A line of the page: what it is about, then the two records. */
export const LINE = { display: 'grid', gridTemplateColumns: '160px repeat(2, minmax(0, 1fr))', columnGap: 2, alignItems: 'start', [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' } } as const;

/** What a line is called, and the values of a record in it, in the words of forms and history. */
export function useRowWords(): { readonly labelOf: (row: Pick<MergeRow, 'fields'>) => string; readonly textOf: (fields: readonly string[], record: Fields) => string } {
  const t = useWords('merging');
  const label = useFieldLabels();
  const words = useValueWords();
  const labelOf = useCallback(({ fields: [field] }: Pick<MergeRow, 'fields'>) => (field === 'contacts' ? t('row.contacts') : (label('people', field) ?? t('unknownField'))), [t, label]);
  const textOf = useCallback(
    (fields: readonly string[], record: Fields) => {
      const texts = fields.filter((field) => !isNothing(record[field])).map((field) => words('people', field, record[field]));
      return [...new Set(texts)].filter(Boolean).join(' · ');
    },
    [words],
  );
  return { labelOf, textOf };
}
