import { useCallback } from 'react';
import { codeLabel, type Lang } from '../../shared/domain/codes.ts';
import { TEAM_KINDS } from '../../shared/domain/structure.ts';
import type { CollectionName } from '../../shared/store/chapter-types.ts';
import { useDirectory } from '../app/directory.tsx';
import { useLanguage, useWords } from '../app/language.tsx';
import { plainWords } from './value-words.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What people call a record: a person's or institution's name, a meeting's title, a sheet's code. */
export function useRecordTitle(): (name: CollectionName, fields: Fields | null | undefined) => string {
  const t = useWords('history');
  const words = useWords('structure');
  const { lang } = useLanguage();
  const directory = useDirectory();
  return useCallback(
    (name, fields) => {
      // A team without a title is called by its kind, as on its page.
      const teamKind = (team: Fields): string => {
        const kind = TEAM_KINDS.find((one) => one === team['teamKind']);
        return kind === undefined ? words('team.untitled') : words(`teamKind.${kind}`);
      };
      if (!fields) return t('title.gone');
      if (name === 'sheets') return t('title.sheet', { code: text(fields['code']) });
      if (fields['kind'] === 'settings') return t('kind.settings');
      // What happened with an institution or a person has no name of its own: theirs stands for it.
      const whose = directory.institutionName(text(fields['institution'])) || directory.get(text(fields['person']))?.nameAsWritten;
      return ownName(fields, lang) || (fields['kind'] === 'team' ? teamKind(fields) : '') || whose || t('title.unnamed');
    },
    [t, words, lang, directory],
  );
}

function ownName(fields: Fields, lang: Lang): string {
  const title = fields['title'];
  if (title !== null && typeof title === 'object') return titleIn(title as Fields, lang) || (isOfOffice(fields) ? '' : codeLabel('meeting_type', text(fields['kind']), lang));
  return text(fields['nameAsWritten']) || text(fields['name']) || text(fields['viewName']);
}

/** Teams, clusters and cycles have a title like a meeting, but no kind of a meeting. */
function isOfOffice(fields: Fields): boolean {
  return ['team', 'cluster', 'cycle'].includes(text(fields['kind']));
}

function titleIn(title: Fields, lang: Lang): string {
  return text(title[lang]) || plainWords(title, lang);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** "Person", "Meeting": what kind of record an id is of. */
export function useKindWords(): (id: string) => string {
  const t = useWords('history');
  return useCallback(
    (id) => {
      const kind = id.slice(0, id.indexOf(':'));
      const known = (['person', 'institution', 'meeting', 'sheet', 'settings', 'device', 'user', 'team', 'cluster', 'cycle', 'status', 'visit', 'dues', 'consent', 'ladder', 'skill', 'view'] as const).find((one) => one === kind);
      return t(`kind.${known ?? 'other'}`);
    },
    [t],
  );
}
