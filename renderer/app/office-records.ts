import { useCallback } from 'react';
import type { MangoQuery } from 'rxdb';
import type { OfficeRecord, OfficeRecordOf } from '../../shared/domain/office.ts';
import type { Change } from '../../shared/store/chapter-types.ts';
import { useLiveQuery } from './records.ts';
import { useSave } from './saving.ts';

/**
 * The office's records of one kind that answer a question, live; `undefined` while they are read. Those in the bin are
 * left out. `where` narrows further, such as to one person.
 */
export function useOfficeRecords<K extends OfficeRecord['kind']>(kind: K, where: Readonly<Record<string, unknown>> = {}): readonly OfficeRecordOf<K>[] | undefined {
  const query = { selector: { ...where, kind } } as MangoQuery<OfficeRecord>;
  return useLiveQuery('office', query) as readonly OfficeRecordOf<K>[] | undefined;
}

/** Changes fields of an office record, with the words of its undo line. Resolves when it is durable; rejects with a StoreProblem. */
export type ChangeOffice<R extends OfficeRecord> = (patch: Change<R>, undoLabel: string) => Promise<unknown>;

/** The way to change one record of the office. */
export function useChangeOffice<R extends OfficeRecord>({ id }: R): ChangeOffice<R> {
  const save = useSave();
  // The store keeps a record's kind, so what is changed has the shape that was asked for.
  return useCallback((patch, undoLabel) => save.change('office', id, patch as Change<OfficeRecord>, { undoLabel }), [save, id]);
}
