import { codeLabel } from '../../../shared/domain/codes.ts';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { dateInWords } from '../../../shared/words/date.ts';
import { useLanguage, useWords } from '../../app/language.tsx';

/** When a meeting was and what it is called, in the screen's language. */
export function useMeetingWords(): { readonly dateOf: (meeting: Meeting) => string; readonly titleOf: (meeting: Meeting) => string } {
  const t = useWords('members');
  const { lang } = useLanguage();
  return {
    dateOf: (meeting) => (meeting.date === undefined ? t('timeline.noDate') : dateInWords(meeting.date, lang)),
    titleOf: ({ title, kind }) => title[lang] || title.es || title.en || codeLabel('meeting_type', kind, lang) || t('timeline.meeting'),
  };
}
