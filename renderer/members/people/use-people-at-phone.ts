import { useMemo } from 'react';
import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import { useLiveDirectory } from './use-people.ts';

/** More than share any number. */
const EVERYBODY = 1_000;

/** Other people with the same phone: families share one, and a number is never unique (domain §6.6). */
export function usePeopleAtPhone(phone: string | undefined, except: string | undefined): readonly DirectoryEntry[] {
  const { directory, version } = useLiveDirectory();
  return useMemo(() => {
    // The version stands for what the directory holds.
    void version;
    if (phone === undefined) return [];
    return directory.search(phone, { limit: EVERYBODY }).filter((entry) => entry.id !== except && entry.phones.includes(phone));
  }, [directory, version, phone, except]);
}
