import { useCallback } from 'react';
import type { DuesAccount } from '../../../../shared/reports/dues-account.ts';
import { moneyInWords } from '../../../../shared/words/money.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';

/** An account in a few words: "owes $300.00", "paid up", "waived". */
export function useAccountWords(): (account: DuesAccount) => string {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  return useCallback(
    ({ state, arrears, ahead }) => {
      if (arrears > 0) return t('dues.owes', { amount: moneyInWords(arrears, lang) });
      if (state === 'set') return ahead > 0 ? t('dues.ahead', { amount: moneyInWords(ahead, lang) }) : t('dues.paidUp');
      return t(`dues.state.${state}`);
    },
    [t, lang],
  );
}
