import { useCallback } from 'react';
import type { PartialDate } from '../../shared/domain/record.ts';
import { RETENTION } from '../../shared/domain/settings.ts';
import { GOAL_KINDS, SEAT_ROLES, TEAM_KINDS } from '../../shared/domain/structure.ts';
import { dateInWords, monthName } from '../../shared/words/date.ts';
import { moneyInWords } from '../../shared/words/money.ts';
import { useLanguage, useWords } from '../app/language.tsx';

type Fields = Readonly<Record<string, unknown>>;

/** The names of those whom a value speaks of, by id. */
interface Names {
  readonly person: (id: string) => string;
  readonly institution: (id: string) => string;
}

/** Words for a value of the chapter's settings, of a team or of a cycle; null for any other field of the office. */
export function useStructureValues(): (field: string, value: unknown, names: Names) => string | null {
  const t = useWords(['structure', 'office']);
  const { lang } = useLanguage();
  return useCallback(
    (field, value, { person, institution }) => {
      const of = (known: readonly string[]): boolean => known.includes(String(value));
      const text = (words: unknown): string => (typeof words === 'string' ? words : '');
      const item = (value !== null && typeof value === 'object' ? value : {}) as Fields;
      switch (field) {
        case 'teamKind': {
          const kind = TEAM_KINDS.find((one) => one === value);
          return kind === undefined ? null : t(`structure:teamKind.${kind}`);
        }
        case 'institution':
          return institution(String(value));
        case 'seats': {
          const role = SEAT_ROLES.find((one) => one === item['role']);
          return [
            typeof item['person'] === 'string' ? person(item['person']) : '',
            typeof item['institution'] === 'string' ? institution(item['institution']) : '',
            role === undefined ? '' : t(`structure:seat.role.${role}`),
            item['from'] === undefined ? '' : t('structure:seat.since', { date: dateInWords(item['from'] as PartialDate, lang) }),
            item['to'] === undefined ? '' : t('structure:seat.until', { date: dateInWords(item['to'] as PartialDate, lang) }),
          ]
            .filter(Boolean)
            .join(', ');
        }
        case 'goals': {
          const kind = GOAL_KINDS.find((one) => one === item['of']);
          const target = Number(item['target']);
          const name = kind === undefined ? text(item['words']) || t('structure:goal.own') : t(`structure:goal.of.${kind}`);
          return item['target'] === undefined ? name : `${name}: ${kind === 'dues' ? moneyInWords(target, lang) : String(target)}`;
        }
        case 'retention': {
          const row = RETENTION.find((one) => one.of === item['of']);
          return row === undefined ? null : `${t(`structure:retention.of.${row.of}`)}: ${t(`structure:retention.${row.unit}`, { count: Number(item['keep']) })}`;
        }
        case 'ownNicknames':
          return [item['name'], item['short']].join(' – ');
        case 'nicknamesOff':
          return String(value).replace(' ', ' – ');
        case 'paper':
          return of(['letter', 'legal', 'a4']) ? t(`office:chapter.paperKind.${value as 'letter'}`) : null;
        case 'defaultLanguage':
          return of(['es', 'en']) ? t(`structure:settings.languages.${value as 'es'}`) : null;
        case 'weekStart':
          return of(['sunday', 'monday']) ? t(`structure:settings.weekStarts.${value as 'sunday'}`) : null;
        case 'fiscalYearStart':
          return monthName(Number(value), lang);
        case 'showFactor':
          return `${String(value)} %`;
        default:
          return null;
      }
    },
    [t, lang],
  );
}
