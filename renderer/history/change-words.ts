import { useCallback } from 'react';
import type { CollectionName } from '../../shared/store/chapter-types.ts';
import type { ToldChange } from '../../shared/store/history.ts';
import { useWords } from '../app/language.tsx';
import { isShownField, useFieldLabels } from './field-labels.ts';
import { useValueWords } from './value-words.ts';

/** Longer texts are cut in a line of the history; the record itself has them whole. */
const LONGEST = 160;

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}

/**
 * A change as a sentence, "Phone: from “(919) 555-0100” to …"; null for what the program notes by itself. `isHidden`: only
 * that something was changed, not from what to what.
 */
export function useChangeWords(): (name: CollectionName, change: ToldChange, isHidden?: boolean) => string | null {
  const t = useWords('history');
  const label = useFieldLabels();
  const words = useValueWords();
  return useCallback(
    (name, { field: of, item, before: was, after: is, isAfterKnown }, isHidden = false) => {
      if (!isShownField(name, of)) return null;
      if (of === 'deletedAt') return t(is === null ? 'change.restored' : 'change.binned');
      const field = label(name, of, is ?? was);
      if (field === null) return t('change.unknownField');
      if (isHidden) return t('change.details', { field });
      const [before, after] = [short(words(name, of, was)), short(words(name, of, is))];
      if (!isAfterKnown) return before === '' ? t('change.lostEmpty', { field }) : t('change.lost', { field, before });
      if (before === after) return t('change.details', { field });
      if (before === '') return t(item === undefined ? 'change.written' : 'change.added', { field, after });
      return after === '' ? t('change.removed', { field, before }) : t('change.fromTo', { field, before, after });
    },
    [t, label, words],
  );
}
