import { useCallback } from 'react';
import type { OfficeRecordOf } from '../../../../shared/domain/office.ts';
import type { Institution } from '../../../../shared/domain/institution.ts';
import type { StatusChange } from '../../../../shared/domain/institution-changes.ts';
import type { NewRecord } from '../../../../shared/store/chapter-types.ts';
import { todayHere } from '../../../../shared/words/date.ts';
import { useWords } from '../../../app/language.tsx';
import { useSave } from '../../../app/saving.ts';
import { useStatusWords } from '../use-status-words.ts';

/** The ways to write, mend and take back a change of state. */
export interface StatusSteps {
  /** Writes that the institution stands there from today on. */
  readonly add: (status: string, more?: Partial<Pick<StatusChange, 'inquiry' | 'takenBy'>>) => Promise<string>;
  readonly mend: (change: StatusChange, patch: Partial<StatusChange>, field: string) => Promise<unknown>;
  readonly takeBack: (change: StatusChange) => Promise<unknown>;
}

/** {@link StatusSteps} of one institution; `now` is where it stands before. */
export function useStatusSteps(institution: Pick<Institution, 'id' | 'name'>, now: string | undefined): StatusSteps {
  const t = useWords(['institutions', 'members']);
  const save = useSave();
  const words = useStatusWords();
  const { id, name } = institution;
  return {
    add: useCallback(
      async (status, more = {}) => {
        const fields: NewRecord<OfficeRecordOf<'status'>> = { kind: 'status', institution: id, on: todayHere(), status, earlierStatus: now, ...more };
        const made = await save.create('office', fields, { undoLabel: t('undo.status', { name, status: words(status) }) });
        return made.id;
      },
      [save, t, words, id, name, now],
    ),
    mend: useCallback((change, patch, field) => save.change('office', change.id, patch, { undoLabel: t('members:undo.field', { field, name }) }), [save, t, name]),
    takeBack: useCallback((change) => save.bin('office', change.id, { undoLabel: t('undo.statusTaken', { name, status: words(change.status) }) }), [save, t, words, name]),
  };
}
