import { useMemo } from 'react';
import type { Person } from '../../../shared/domain/person.ts';
import { displayName } from '../../../shared/names/name-parts.ts';
import { undoableUntil } from '../../../shared/domain/merged-people.ts';
import { dayInWords } from '../../../shared/words/moment.ts';
import { useChapter, useUndoStack } from '../../app/chapter.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useNotices } from '../../app/notices.tsx';
import { useSave } from '../../app/saving.ts';
import { useFieldLabels } from '../../history/field-labels.ts';
import { putPeopleTogether, takePeopleApart } from './merge-deeds.ts';

type Named = Pick<Person, 'id' | 'nameAsWritten' | 'given' | 'family1' | 'family2' | 'called'>;

/** What people do with two records, each with its words and its way back. All reject with a StoreProblem. */
export interface Merging {
  /** Makes one person of two; can be undone at once by Ctrl+Z, and for 90 days on the person's page. */
  readonly together: (survivor: Person, absorbed: Person, patch: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Makes two people of one again, and says which fields stay. */
  readonly apart: (survivor: string, absorbed: string, names: { readonly name: string; readonly other: string }) => Promise<void>;
  /** Remembers for good that two are two people (domain §6.4 step 6). */
  readonly notTheSame: (one: Named, other: Named) => Promise<void>;
}

/** The deeds of merging in this chapter. */
export function useMerging(): Merging {
  const t = useWords(['merging', 'members']);
  const { lang } = useLanguage();
  const chapter = useChapter();
  const undo = useUndoStack();
  const save = useSave();
  const { tell } = useNotices();
  const labelOf = useFieldLabels();
  return useMemo(() => {
    const takeApart = async (survivor: string, absorbed: string): Promise<string> => {
      const left = await takePeopleApart(chapter, survivor, absorbed);
      const fields = [...new Set(left.map((field) => labelOf('people', field) ?? t('merging:unknownField')))];
      return fields.length === 0 ? '' : t('merging:undo.left', { fields: fields.join(', ') });
    };
    return {
      together: async (survivor, absorbed, patch) => {
        const made = await putPeopleTogether(chapter, survivor, absorbed, patch);
        const other = absorbed.nameAsWritten;
        undo.push({
          label: t('merging:undo.label', { other }),
          undo: async () => {
            const left = await takeApart(survivor.id, absorbed.id);
            if (left !== '') tell('careful', left);
            return 'undone';
          },
        });
        const until = undoableUntil(made);
        tell('good', t('merging:done', { other, date: until === null ? '' : dayInWords(until, lang) }));
      },
      apart: async (survivor, absorbed, names) => {
        const left = await takeApart(survivor, absorbed);
        tell(left === '' ? 'good' : 'careful', [t('merging:undo.done', names), left].filter(Boolean).join(' '));
      },
      notTheSame: async (one, other) => {
        const undoLabel = t('members:undo.notTheSame', { name: displayName(one), other: displayName(other) });
        await save.change('people', one.id, (now) => ({ notSameAs: [...new Set([...(now.notSameAs ?? []), other.id])] }), { undoLabel });
      },
    };
  }, [chapter, undo, save, tell, t, lang, labelOf]);
}
