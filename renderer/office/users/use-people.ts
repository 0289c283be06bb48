import type { Access, User } from '../../../shared/domain/office.ts';
import { dateInWords, todayHere } from '../../../shared/words/date.ts';
import { useLanguage } from '../../app/language.tsx';
import { useLiveQuery } from '../../app/records.ts';

/** Everyone who opens the chapter with a passphrase, by name. */
export function usePeople(): readonly User[] {
  const { lang } = useLanguage();
  const found = useLiveQuery('office', { selector: { kind: 'user' } }) ?? [];
  const users = found.filter((record): record is User => record.kind === 'user' && record.removed !== true);
  return users.sort((a, b) => a.name.localeCompare(b.name, lang));
}

/** The day on which the valid recovery sheet was made, in words; null when there is none. */
export function useSheetDate(): string | null {
  const { lang } = useLanguage();
  const found = useLiveQuery('office', { selector: { kind: 'access', owner: 'recovery' } }) ?? [];
  const sheets = found.filter((record): record is Access => record.kind === 'access' && record.removed !== true);
  const days = sheets.map((sheet) => sheet.createdAt ?? '').sort();
  const last = days.at(-1);
  return last === undefined ? null : dateInWords(todayHere(new Date(last)), lang);
}
