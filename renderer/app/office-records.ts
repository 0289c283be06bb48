import type { MangoQuery } from 'rxdb';
import type { OfficeRecord, OfficeRecordOf } from '../../shared/domain/office.ts';
import { useLiveQuery } from './records.ts';

/**
 * The office's records of one kind that answer a question, live; `undefined` while they are read. Those in the bin are
 * left out. `where` narrows further, such as to one person.
 */
export function useOfficeRecords<K extends OfficeRecord['kind']>(kind: K, where: Readonly<Record<string, unknown>> = {}): readonly OfficeRecordOf<K>[] | undefined {
  const query = { selector: { ...where, kind } } as MangoQuery<OfficeRecord>;
  return useLiveQuery('office', query) as readonly OfficeRecordOf<K>[] | undefined;
}
