import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { DuesAccount } from '../../../../shared/reports/dues-account.ts';
import { dateInWords, todayHere } from '../../../../shared/words/date.ts';
import { moneyInWords } from '../../../../shared/words/money.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';

/** Billed, paid and owed as of today, and what falls due next. */
export function DuesFigures({ account }: { account: DuesAccount }) {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  const { billed, paid, arrears, ahead, next } = account;
  const owed = arrears > 0 || ahead === 0 ? { key: 'arrears', cents: arrears } as const : ({ key: 'paidAhead', cents: ahead } as const);
  return (
    <Box>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: 2, m: 0 }}>
        {[{ key: 'billed', cents: billed } as const, { key: 'paid', cents: paid } as const, owed].map(({ key, cents }) => (
          <Box key={key}>
            <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
              {t(`dues.${key}`)}
            </Typography>
            <Typography component="dd" className="figures" sx={{ m: 0, fontWeight: 700, color: key === 'arrears' && cents > 0 ? 'warning.main' : undefined }}>
              {moneyInWords(cents, lang)}
            </Typography>
          </Box>
        ))}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {[t('dues.asOf', { date: dateInWords(todayHere(), lang) }), next === null ? '' : t('dues.next', { date: dateInWords(next, lang) })].filter(Boolean).join(' ')}
      </Typography>
    </Box>
  );
}
