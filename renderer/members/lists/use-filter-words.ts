import { codeLabel, codesOf, type CodeList } from '../../../shared/domain/codes.ts';
import { CONSENT_ANSWERS, FILTER_KINDS, NO_CONTACT_DAYS, ORGANIZER_FILTERS, type ConsentAnswer, type FilterKind } from '../../../shared/domain/people-filter.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { useInstitutions } from '../institutions/use-institutions.ts';
import type { PeopleFacts } from './people-facts.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The words of filters: what can be narrowed by, what can be chosen of it, and how it stands above the list. */
export interface FilterWords {
  /** The kinds that this person may narrow by and that have something to choose. */
  readonly kinds: readonly FilterKind[];
  readonly kindLabel: (kind: FilterKind) => string;
  readonly choicesOf: (kind: FilterKind) => readonly Choice[];
  /** A condition as it is read above the list: "no contact in 60 days". */
  readonly conditionLabel: (kind: FilterKind, value: string) => string;
}

const YES_NO = ['yes', 'no'] as const;

/** {@link FilterWords} in the screen's language. `facts` knows the chapter's own tags and talents. */
export function useFilterWords(facts: PeopleFacts): FilterWords {
  const t = useWords('lists');
  const { lang } = useLanguage();
  const { all, byId } = useInstitutions();
  const readsOrganizers = useReadsOrganizers();
  const codes = (list: CodeList): readonly Choice[] => codesOf(list).map(({ code }) => ({ value: code, label: codeLabel(list, code, lang) }));
  const consentLabel = (value: string): string => {
    const [scope = '', answer = ''] = value.split(':');
    const said: ConsentAnswer = CONSENT_ANSWERS.find((one) => one === answer) ?? 'notAsked';
    return t(`consent.${said}`, { scope: codeLabel('consent_scope', scope, lang) });
  };
  const choicesOf = (kind: FilterKind): readonly Choice[] => {
    switch (kind) {
      case 'institution':
        return all.map(({ id, name }) => ({ value: id, label: name }));
      case 'language':
        return codesOf('language_pref').map(({ code }) => ({ value: code, label: conditionLabel('language', code) }));
      case 'rung':
        return codes('ladder');
      case 'tag':
        return facts.wordsOf('tags').map((word) => ({ value: word, label: word }));
      case 'talent':
        return facts.wordsOf('talents').map((word) => ({ value: word, label: codeLabel('talent', word, lang) }));
      case 'noContact':
        return NO_CONTACT_DAYS.map((days) => ({ value: days, label: t('days', { count: Number(days) }) }));
      case 'since':
        return (['month', 'year'] as const).map((value) => ({ value, label: t(`since.${value}`) }));
      case 'consent':
        return codesOf('consent_scope').flatMap(({ code }) => CONSENT_ANSWERS.map((answer) => ({ value: `${code}:${answer}`, label: consentLabel(`${code}:${answer}`) })));
      case 'noInstitution':
      case 'canHost':
      case 'neverMet':
      case 'phone':
      case 'doNotContact':
      case 'minor':
      case 'potentialLeader':
        return YES_NO.map((value) => ({ value, label: t(`is.${kind}.${value}`) }));
    }
  };
  const conditionLabel = (kind: FilterKind, value: string): string => {
    switch (kind) {
      case 'institution':
        return byId.get(value)?.name ?? t('institutionGone');
      case 'language':
        return value === 'other' ? t('otherLanguage') : codeLabel('language_pref', value, lang);
      case 'rung':
        return codeLabel('ladder', value, lang);
      case 'tag':
        return t('condition.tag', { tag: value });
      case 'talent':
        return t('condition.talent', { talent: codeLabel('talent', value, lang) });
      case 'noContact':
        return t('condition.noContact', { count: Number(value) });
      case 'since':
        return t(`condition.since.${value === 'year' ? 'year' : 'month'}`);
      case 'consent':
        return consentLabel(value);
      case 'noInstitution':
      case 'canHost':
      case 'neverMet':
      case 'phone':
      case 'doNotContact':
      case 'minor':
      case 'potentialLeader':
        return t(`is.${kind}.${value === 'no' ? 'no' : 'yes'}`);
    }
  };
  return {
    kinds: FILTER_KINDS.filter((kind) => (readsOrganizers || !ORGANIZER_FILTERS.has(kind)) && choicesOf(kind).length > 0),
    kindLabel: (kind) => t(`kind.${kind}`),
    choicesOf,
    conditionLabel,
  };
}
