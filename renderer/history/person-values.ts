import { useCallback } from 'react';
import { codeLabel } from '../../shared/domain/codes.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { SkillMark } from '../../shared/domain/person-changes.ts';
import type { CollectionName } from '../../shared/store/chapter-types.ts';
import { useDirectory } from '../app/directory.tsx';
import { useLanguage, useWords } from '../app/language.tsx';
import { useWho } from './who.ts';

/** Words for the values that only people and what happens with them have; undefined for any other. */
export function usePersonValues(): (name: CollectionName, field: string, value: unknown) => string | undefined {
  const t = useWords(['history', 'person']);
  const { lang } = useLanguage();
  const directory = useDirectory();
  const who = useWho();
  return useCallback(
    (name, field, value) => {
      const person = (id: string): string => directory.get(id)?.nameAsWritten ?? t('history:value.aPerson');
      const words: Readonly<Record<string, (value: never) => string | undefined>> = {
        'people.household': () => t('history:value.aHousehold'),
        'people.followedBy': (id: string) => (id.startsWith('user:') ? who(id) : person(id)),
        'people.reads': (reads: NonNullable<Person['reads']>) => t(`person:reads.${reads}`),
        'people.transport': (transport: NonNullable<Person['transport']>) => t(`person:transport.${transport}`),
        'people.potentialLeader': ({ why }: NonNullable<Person['potentialLeader']>) => why,
        'office.person': person,
        'office.scope': (scope: string) => codeLabel('consent_scope', scope, lang),
        'office.how': (how: string) => codeLabel('consent_how', how, lang),
        'office.readIn': (read: 'es' | 'en') => t(`person:reads.${read}`),
        'office.rung': (rung: string) => codeLabel('ladder', rung, lang),
        'office.earlierRung': (rung: string) => codeLabel('ladder', rung, lang),
        'office.skill': (skill: string) => codeLabel('skill', skill, lang),
        'office.mark': (mark: SkillMark['mark']) => t(`person:skill.mark.${mark}`),
        'office.seenAt': () => t('history:value.aMeeting'),
      };
      return words[`${name}.${field}`]?.(value as never);
    },
    [t, lang, directory, who],
  );
}
