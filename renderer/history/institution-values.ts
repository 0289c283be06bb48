import { useCallback } from 'react';
import { codeLabel } from '../../shared/domain/codes.ts';
import { DECIDERS } from '../../shared/domain/institution-changes.ts';
import type { DuesTerm, PowerGroup } from '../../shared/domain/institution.ts';
import type { CollectionName } from '../../shared/store/chapter-types.ts';
import { dateInWords } from '../../shared/words/date.ts';
import { moneyInWords } from '../../shared/words/money.ts';
import { useDirectory } from '../app/directory.tsx';
import { useLanguage, useWords } from '../app/language.tsx';
import { useOfficeRecords } from '../app/office-records.ts';

/** Words for the values that only institutions, visits and payments have; undefined for any other. */
export function useInstitutionValues(): (name: CollectionName, field: string, value: unknown) => string | undefined {
  const t = useWords(['history', 'institutions']);
  const { lang } = useLanguage();
  const directory = useDirectory();
  const clusters = useOfficeRecords('cluster');
  return useCallback(
    (name, field, value) => {
      const person = (id: string): string => directory.get(id)?.nameAsWritten ?? t('history:value.aPerson');
      const term = ({ basis, amountPerYear, schedule, from }: Partial<DuesTerm>): string =>
        [
          amountPerYear === undefined ? '' : moneyInWords(amountPerYear, lang),
          codeLabel('dues_basis', basis, lang),
          codeLabel('recurrence', schedule, lang),
          from === undefined ? '' : t('institutions:standing.since', { date: dateInWords(from, lang) }),
        ]
          .filter(Boolean)
          .join(' · ');
      const group = ({ name: called = '', person: id, personAsWritten, following, isMet }: Partial<PowerGroup>): string =>
        [
          called,
          id === undefined ? personAsWritten : person(id),
          following === undefined ? '' : t('institutions:power.followingCount', { count: following }),
          isMet === true ? t('institutions:power.met') : '',
        ]
          .filter(Boolean)
          .join(', ');
      const words: Readonly<Record<string, (value: never) => string | undefined>> = {
        'institutions.dues': term,
        'institutions.powerAnalysis': group,
        'institutions.sizeBand': (band: string) => t('institutions:size.people', { band }),
        'institutions.cluster': (id: string) => {
          const title = clusters?.find((cluster) => cluster.id === id)?.title;
          return title === undefined ? t('history:value.aCluster') : title[lang] || title.es || title.en;
        },
        'office.institution': (id: string) => directory.institutionName(id) || t('history:value.anInstitution'),
        'office.inquiry': (about: 'join' | 'learn') => t(`institutions:inquiry.wants.${about}`),
        'office.decidedBy': (who: string) => {
          const known = DECIDERS.find((one) => one === who);
          return known === undefined ? who : t(`institutions:decider.${known}`);
        },
        'programs.institution': (id: string) => directory.institutionName(id) || t('history:value.anInstitution'),
        'programs.visitors': person,
        'money.institution': (id: string) => directory.institutionName(id) || t('history:value.anInstitution'),
        'money.amount': (cents: number) => moneyInWords(cents, lang),
      };
      return words[`${name}.${field}`]?.(value as never);
    },
    [t, lang, directory, clusters],
  );
}
