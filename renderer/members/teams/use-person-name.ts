import { displayName } from '../../../shared/names/name-parts.ts';
import { useRecord } from '../../app/records.ts';
import { useWords } from '../../app/language.tsx';
import { useLiveDirectory } from '../people/use-people.ts';

/** How a person is shown whom a seat names: one in the bin still has a name, and shows in no list. */
export interface ShownPerson {
  readonly name: string;
  readonly isInBin: boolean;
}

/** The name of a person by id, live; undefined for no id. */
export function useShownPerson(id: string | undefined): ShownPerson | undefined {
  const t = useWords('meetings');
  const { directory } = useLiveDirectory();
  const entry = id === undefined ? undefined : directory.get(id);
  // Whoever is in the directory need not be read.
  const record = useRecord('people', entry === undefined ? id : undefined);
  if (id === undefined) return undefined;
  if (entry !== undefined) return { name: displayName(entry), isInBin: false };
  return { name: record?.nameAsWritten ?? t('expected.unknown'), isInBin: record?.deletedAt !== undefined };
}
