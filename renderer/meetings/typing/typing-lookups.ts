import type { Institution } from '../../../shared/domain/institution.ts';
import type { Directory } from '../../../shared/names/directory.ts';
import { displayName } from '../../../shared/names/name-parts.ts';
import { searchTokens } from '../../../shared/names/normalize.ts';
import type { Choice, Lookups } from './typing-state.ts';

/** More than four are read rather than chosen (domain §6.4 step 6). */
const OFFERED = 4;

/** Whom the page is for, and what tells people of one name apart. */
export interface LookupSources {
  readonly directory: Directory;
  readonly institutions: readonly Institution[];
  /** Ids of the people whom the meeting expects. */
  readonly expected: ReadonlySet<string>;
  readonly hostInstitution?: string;
  /** "last seen May 3", or an empty text. */
  readonly lastSeen: (person: string) => string;
  /** The words for somebody whom nobody is to contact. */
  readonly doNotContact: string;
}

function institutionsFor(typed: string, all: readonly Institution[]): readonly Choice[] {
  const starts = searchTokens(typed);
  const worth = ({ name, otherNames }: Institution): number => {
    const words = searchTokens([name, ...otherNames].join(' '));
    if (starts.length === 0 || !starts.every((start) => words.some((word) => word.startsWith(start)))) return 0;
    return searchTokens(name).join(' ').startsWith(starts.join(' ')) ? 2 : 1;
  };
  return all
    .map((institution) => ({ institution, worth: worth(institution) }))
    .filter((one) => one.worth > 0)
    .sort((one, other) => other.worth - one.worth || one.institution.name.localeCompare(other.institution.name, 'es'))
    .slice(0, OFFERED)
    .map(({ institution }) => ({ id: institution.id, label: institution.name, detail: institution.cityOrArea ?? '' }));
}

/** What the grid asks: people of the expected list first, then the host institution's, then the chapter's (domain §6.5). */
export function typingLookups({ directory, institutions, expected, hostInstitution, lastSeen, doNotContact }: LookupSources): Lookups {
  return {
    people: (typed) =>
      directory.candidatesFor(typed, { preferred: expected, institution: hostInstitution, limit: OFFERED }).map(({ entry, from }) => ({
        id: entry.id,
        label: displayName(entry) + (entry.called !== undefined && entry.called !== entry.given ? ` (${entry.called})` : ''),
        detail: [entry.doNotContact === true ? doNotContact : '', directory.institutionName(entry.institutions[0]), lastSeen(entry.id)].filter((text) => text !== '').join(' · '),
        from,
      })),
    institutions: (typed) => institutionsFor(typed, institutions),
    institutionOf: (person) => directory.get(person)?.institutions[0],
    isSame: (one, other) => other !== undefined && directory.survivorOf(one) === directory.survivorOf(other),
  };
}
