import { useCallback } from 'react';
import { codeLabel, type CodeList, type Lang } from '../../shared/domain/codes.ts';
import { FILTER_KINDS } from '../../shared/domain/people-filter.ts';
import type { Affiliation, ContactPoint } from '../../shared/domain/person.ts';
import type { Bilingual, PartialDate } from '../../shared/domain/record.ts';
import type { SheetRow } from '../../shared/domain/sheet.ts';
import type { CollectionName } from '../../shared/store/chapter-types.ts';
import { dateInWords, timeInWords } from '../../shared/words/date.ts';
import { displayPhone } from '../../shared/words/phone.ts';
import { useDirectory } from '../app/directory.tsx';
import { useLanguage, useWords } from '../app/language.tsx';
import { useInstitutionValues } from './institution-values.ts';
import { COLUMNS } from '../members/lists/columns.ts';
import { usePersonValues } from './person-values.ts';
import { useStructureValues } from './structure-values.ts';

/** Fields whose values are codes of a list. */
const LISTS: Readonly<Record<string, CodeList>> = {
  'people.language': 'language_pref',
  'people.talents': 'talent',
  'institutions.kind': 'institution_type',
  'institutions.status': 'institution_status',
  'institutions.languages': 'language_pref',
  'gatherings.kind': 'meeting_type',
  'office.role': 'user_role',
  'institutions.organizingExperience': 'organizing_experience',
  'office.status': 'institution_status',
  'programs.kind': 'coaching_kind',
  'money.method': 'payment_method',
};

/** Words for the values of a field, or of one item of a list; empty for nothing. */
export type ValueWords = (name: CollectionName, field: string, value: unknown) => string;

/** A value as people know it: dates and phones in words, codes by their labels, persons and institutions by name. */
export function useValueWords(): ValueWords {
  const t = useWords(['history', 'typing', 'person', 'lists']);
  const { lang } = useLanguage();
  const directory = useDirectory();
  const ofInstitutions = useInstitutionValues();
  const ofPeople = usePersonValues();
  const structure = useStructureValues();
  return useCallback(
    (name, field, value) => {
      const person = (id: string): string => directory.get(id)?.nameAsWritten ?? t('history:value.aPerson');
      const institution = (id: string): string => directory.institutionName(id) || t('history:value.anInstitution');
      const contact = ({ kind, value: address, asWritten, label, status, doNotCall, whatsapp, check, bestTime, ofGuardian }: Partial<ContactPoint>): string => {
        const shown = kind === 'phone' ? displayPhone(address ?? asWritten ?? '') : (address ?? asWritten ?? '');
        const marks = [
          label,
          whatsapp === true ? 'WhatsApp' : '',
          status === 'wrong' ? t('history:value.wrong') : '',
          doNotCall === true ? t('history:value.doNotCall') : '',
          check === true ? t('history:value.check') : '',
          bestTime,
          ofGuardian === true ? t('person:contact.guardianMark') : '',
        ].filter(Boolean);
        return marks.length > 0 ? `${shown} (${marks.join(', ')})` : shown;
      };
      const place = ({ institution: id = '', roles = [], isMain }: Partial<Affiliation>): string =>
        [institution(id), ...roles.map((role) => codeLabel('affiliation_role', role, lang)), isMain === true ? t('history:value.main') : ''].filter(Boolean).join(', ');
      const row = ({ n = 0, asWritten = '', person: id, state, phoneAsWritten, institutionAsWritten, institution: of, ticks = {} }: Partial<SheetRow>): string => {
        const marked = state === 'later' || state === 'unreadable' || state === 'new' ? t(`history:value.${state}`) : '';
        const who = id === undefined ? asWritten : person(id);
        const ticked = (['call', 'message', 'firstTime', 'es', 'en', 'host'] as const).filter((tick) => ticks[tick] === true).map((tick) => t(`typing:tick.${tick}`));
        const text = [who || t('history:value.lineEmpty'), of === undefined ? institutionAsWritten : institution(of), phoneAsWritten, ...ticked, marked].filter(Boolean).join(', ');
        return t('history:value.line', { number: n, text });
      };
      const columnWord = (kept: string): string => {
        const column = COLUMNS.find((known) => known === kept.replace(/^-/, ''));
        return column === undefined ? kept : t(`lists:column.${column}`);
      };
      const one = (single: unknown): string => {
        if (isNothing(single)) return '';
        const own = ofInstitutions(name, field, single) ?? ofPeople(name, field, single);
        if (own !== undefined) return own;
        if (field === 'erased') return t(single === 'delete' ? 'history:value.delete' : 'history:value.keep');
        if (field === 'contacts' && isObject(single)) return contact(single);
        if (field === 'affiliations' && isObject(single)) return place(single);
        if (field === 'rows' && isObject(single)) return row(single);
        const ofOffice = name === 'office' ? structure(field, single, { person, institution }) : null;
        if (ofOffice !== null) return ofOffice;
        if (field === 'hostInstitution') return institution(String(single));
        if (field === 'expected' || field === 'notSameAs' || field === 'possibleDuplicates') return person(String(single));
        const list = LISTS[`${name}.${field}`];
        if (list !== undefined && typeof single === 'string') return codeLabel(list, single, lang);
        if ((field === 'start' || field === 'end') && typeof single === 'string') return timeInWords(single);
        if (field === 'phone' && typeof single === 'string') return displayPhone(single);
        if (name === 'office' && field === 'filter' && isObject(single)) return FILTER_KINDS.filter((kind) => Object.hasOwn(single, kind)).map((kind) => t(`lists:kind.${kind}`)).join(' · ');
        if (name === 'office' && (field === 'columns' || field === 'sortBy') && typeof single === 'string') return columnWord(single);
        if (typeof single === 'boolean') return t(single ? 'history:value.yes' : 'history:value.no');
        return plainWords(single, lang);
      };
      if (field === 'deletedAt') return t(isNothing(value) ? 'history:value.notInBin' : 'history:value.inBin');
      return Array.isArray(value) ? value.map(one).filter(Boolean).join(' · ') : one(value);
    },
    [t, lang, directory, ofInstitutions, ofPeople, structure],
  );
}

/** A value that needs no names: a text, a number, a date, a text in both languages; of anything else its texts. */
export function plainWords(value: unknown, lang: Lang): string {
  if (isNothing(value)) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return new Intl.NumberFormat(lang === 'es' ? 'es-US' : 'en-US').format(value);
  if (!isObject(value)) return '';
  if (typeof value['y'] === 'number') return dateInWords(value as unknown as PartialDate, lang);
  if (typeof value['es'] === 'string' && typeof value['en'] === 'string') {
    const { es, en } = value as unknown as Bilingual;
    return [...new Set(lang === 'es' ? [es, en] : [en, es])].filter(Boolean).join(' · ');
  }
  return Object.values(value).filter((inner) => typeof inner === 'string' && inner !== '').join(' · ');
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
