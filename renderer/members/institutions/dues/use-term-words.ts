import { useCallback } from 'react';
import { codeLabel } from '../../../../shared/domain/codes.ts';
import type { TermSpan } from '../../../../shared/domain/dues-terms.ts';
import { isWaived } from '../../../../shared/domain/dues-terms.ts';
import { dateInWords } from '../../../../shared/words/date.ts';
import { moneyInWords } from '../../../../shared/words/money.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';

/** An agreement in one line: "$1,200.00 a year · Every month · since Jan 2024 · until Dec 2024". */
export function useTermWords(): (span: TermSpan) => string {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  return useCallback(
    ({ term, until }) =>
      [
        isWaived(term) ? codeLabel('dues_basis', term.basis, lang) : term.amountPerYear === undefined ? t('dues.noAmount') : t('dues.aYear', { amount: moneyInWords(term.amountPerYear, lang) }),
        isWaived(term) ? '' : codeLabel('recurrence', term.schedule, lang),
        term.from === undefined ? '' : t('standing.since', { date: dateInWords(term.from, lang) }),
        until === undefined ? '' : t('dues.until', { date: dateInWords(until, lang) }),
      ]
        .filter(Boolean)
        .join(' · '),
    [t, lang],
  );
}
