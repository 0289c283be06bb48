import { codeLabel } from '../../../../shared/domain/codes.ts';
import { consentNow, wordsOnSheets } from '../../../../shared/domain/consents.ts';
import type { Consent } from '../../../../shared/domain/person-changes.ts';
import { dateInWords, todayHere } from '../../../../shared/words/date.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useLiveQuery } from '../../../app/records.ts';
import { useMeetingWords } from '../use-meeting-words.ts';
import { useConsents } from './use-consents.ts';

/** Codes of `consent_scope` that a person who asked not to be contacted says no to, whatever was answered. */
const CONTACTING = ['call', 'message', 'email'];

/** What holds today of each scope, as a sentence, and all answers that were given. `ids` are all ids of the person. */
export function useConsentNow(ids: readonly string[], isStopped: boolean): { readonly stands: (scope: string) => string; readonly answers: readonly Consent[] } {
  const t = useWords('person');
  const { lang } = useLanguage();
  const { titleOf } = useMeetingWords();
  const answers = useConsents(ids) ?? [];
  const sheets = useLiveQuery('sheets', { selector: { rows: { $elemMatch: { person: { $in: [...ids] } } } } }) ?? [];
  const meetings = useLiveQuery('gatherings', { selector: { id: { $in: [...new Set(sheets.map(({ meeting }) => meeting))] } } }) ?? [];
  const words = wordsOnSheets(ids, sheets);
  const said = ({ isGiven, how, on, expires }: Consent): string =>
    [t(isGiven ? 'consent.yes' : 'consent.no'), codeLabel('consent_how', how, lang), dateInWords(on, lang), expires === undefined ? '' : t('consent.until', { date: dateInWords(expires, lang) })]
      .filter(Boolean)
      .join(' · ');
  const stands = (scope: string): string => {
    if (isStopped && CONTACTING.includes(scope)) return t('consent.stopped');
    const now = consentNow(answers, scope, todayHere(), words);
    if (now.because === 'said') return said(now.answer);
    if (now.because === 'expired') return t('consent.expired', { date: dateInWords(now.answer.expires ?? now.answer.on, lang) });
    if (now.because === 'unasked') return t('consent.unasked');
    const meeting = meetings.find(({ id }) => id === now.word.meeting);
    return t('consent.sheet', { meeting: meeting === undefined ? t('consent.aMeeting') : titleOf(meeting) });
  };
  return { stands, answers };
}
