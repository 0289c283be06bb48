import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { compareDates } from '../../../../shared/domain/calendar.ts';
import { codeLabel } from '../../../../shared/domain/codes.ts';
import type { Consent } from '../../../../shared/domain/person-changes.ts';
import { dateInWords } from '../../../../shared/words/date.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';

/** Every answer that was given, the latest first. */
export function EarlierAnswers({ answers }: { answers: readonly Consent[] }) {
  const t = useWords('person');
  const { lang } = useLanguage();
  if (answers.length === 0) return null;
  const sorted = [...answers].sort((one, other) => compareDates(other.on, one.on) || (other.createdAt ?? '').localeCompare(one.createdAt ?? ''));
  return (
    <Box component="details">
      <Box component="summary" sx={{ minHeight: 32, py: 0.5, cursor: 'pointer', fontWeight: 500 }}>
        {t('consent.earlier')}
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 3 }}>
        {sorted.map((answer) => (
          <Typography component="li" key={answer.id}>
            {[
              t(answer.isGiven ? 'consent.yesWhat' : 'consent.noWhat', { scope: codeLabel('consent_scope', answer.scope, lang) }),
              codeLabel('consent_how', answer.how, lang),
              dateInWords(answer.on, lang),
              answer.readIn === undefined ? '' : `${t('consent.readIn')}: ${t(`reads.${answer.readIn}`)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
