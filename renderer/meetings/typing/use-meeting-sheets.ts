import type { Sheet } from '../../../shared/domain/sheet.ts';
import { useLiveQuery } from '../../app/records.ts';

/** The pages of one meeting in the order of their codes; undefined while they are read. */
export function useMeetingSheets(meeting: string): readonly Sheet[] | undefined {
  const sheets = useLiveQuery('sheets', { selector: { meeting } });
  return sheets === undefined ? undefined : [...sheets].sort(byCode);
}

/** Pages in printed order: sheets by when they were made, then page by page. */
export function byCode(one: Sheet, other: Sheet): number {
  return (one.createdAt ?? '').localeCompare(other.createdAt ?? '') || one.pageNo - other.pageNo || one.code.localeCompare(other.code);
}

/** True while a page still waits to be typed. */
export function waitsForTyping({ state }: Pick<Sheet, 'state'>): boolean {
  return state === 'printed' || state === 'typing';
}
