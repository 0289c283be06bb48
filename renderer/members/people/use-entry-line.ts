import { useCallback } from 'react';
import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import { displayPhone } from '../../../shared/words/phone.ts';
import { useLiveDirectory } from './use-people.ts';

/** Where a person belongs and how to call them, as the quiet second line of a row; empty where nothing is known. */
export function useEntryWords(): (entry: DirectoryEntry) => { readonly place: string; readonly phone: string } {
  const { directory, version } = useLiveDirectory();
  return useCallback(
    (entry: DirectoryEntry) => {
      // The version stands for the institutions' names in the directory.
      void version;
      const [phone] = entry.phones;
      return { place: directory.institutionName(entry.institutions[0]), phone: phone === undefined ? '' : displayPhone(phone) };
    },
    [directory, version],
  );
}

/** The same in one line: "Iglesia Emanuel · (919) 555-0123". */
export function useEntryLine(): (entry: DirectoryEntry) => string {
  const words = useEntryWords();
  return useCallback(
    (entry: DirectoryEntry) => {
      const { place, phone } = words(entry);
      return [place, phone].filter(Boolean).join(' · ');
    },
    [words],
  );
}
