import { useCallback } from 'react';
import { codeLabel } from '../../../shared/domain/codes.ts';
import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import { displayName, listName } from '../../../shared/names/name-parts.ts';
import { dateInWords } from '../../../shared/words/date.ts';
import { displayPhone } from '../../../shared/words/phone.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useOfficeRecords } from '../../app/office-records.ts';
import { useLiveDirectory } from '../people/use-people.ts';
import type { Column } from './columns.ts';
import type { ListedFacts } from './people-facts.ts';

/** The text of a cell. */
export type ColumnWords = (column: Column, entry: DirectoryEntry, facts: ListedFacts) => string;

/** What stands in each column of a person's row, in the screen's language. */
export function useColumnWords(): ColumnWords {
  const t = useWords('lists');
  const { lang } = useLanguage();
  const { directory } = useLiveDirectory();
  const users = useOfficeRecords('user');
  return useCallback(
    (column, entry, facts) => {
      const nameOf = (id: string): string => {
        const person = directory.get(id);
        return person === undefined ? (users?.find((user) => user.id === id)?.name ?? '') : displayName(person);
      };
      const consentsWith = (isGiven: boolean): string =>
        Object.entries(facts.consents)
          .filter(([, given]) => given === isGiven)
          .map(([scope]) => codeLabel('consent_scope', scope, lang))
          .join(', ');
      switch (column) {
        case 'name':
          return listName(entry);
        case 'called':
          return entry.called ?? '';
        case 'institution':
          return entry.institutions.map((id) => directory.institutionName(id)).filter(Boolean).join(', ');
        case 'role':
          return facts.roles.map((role) => codeLabel('affiliation_role', role, lang)).join(', ');
        case 'phone':
          return entry.phones.map(displayPhone).join(', ');
        case 'email':
          return facts.emails.join(', ');
        case 'language':
          return entry.language === 'other' ? t('otherLanguage') : codeLabel('language_pref', entry.language, lang);
        case 'area':
          return facts.area;
        case 'rung':
          return codeLabel('ladder', facts.rung, lang);
        case 'lastSeen':
          return facts.lastContact === undefined ? '' : dateInWords(facts.lastContact, lang);
        case 'tags':
          return facts.tags.join(', ');
        case 'consents': {
          const [yes, no] = [consentsWith(true), consentsWith(false)];
          return [yes && t('consents.yes', { scopes: yes }), no && t('consents.no', { scopes: no })].filter(Boolean).join(' · ');
        }
        case 'followedBy':
          return facts.followedBy === undefined ? '' : nameOf(facts.followedBy);
        case 'doNotContact':
          return entry.doNotContact === true ? t('column.doNotContact') : '';
      }
    },
    [t, lang, directory, users],
  );
}
