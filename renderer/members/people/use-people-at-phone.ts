import { useMemo } from 'react';
import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import { useLiveDirectory } from './use-people.ts';

/** How many others are named; a number shared by more is a parish office's. */
const NAMED = 4;

/** Other people with the same phone: families share one, and a number is never unique (domain §6.6). */
export function usePeopleAtPhone(phone: string | undefined, except: string | undefined): readonly DirectoryEntry[] {
  const { directory, version } = useLiveDirectory();
  return useMemo(() => {
    // The version stands for what the directory holds.
    void version;
    if (phone === undefined) return [];
    return directory.search(phone, { limit: NAMED * 2 }).filter((entry) => entry.id !== except && entry.phones.includes(phone)).slice(0, NAMED);
  }, [directory, version, phone, except]);
}
