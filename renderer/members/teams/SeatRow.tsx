import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import { Link } from 'react-router';
import type { PartialDate } from '../../../shared/domain/record.ts';
import type { Seat } from '../../../shared/domain/structure.ts';
import { isTermOver, isYetToCome, type SeatWarning } from '../../../shared/domain/votes.ts';
import { dateInWords } from '../../../shared/words/date.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { TextButton } from '../../ui/Buttons.tsx';
import { personPath } from '../paths.ts';
import { useLiveDirectory } from '../people/use-people.ts';
import { useShownPerson } from './use-person-name.ts';

/** One seat: who, of which institution, as what, from when to when; what is odd about it in a line of its own. */
export function SeatRow({ seat, warning, today, onEdit, onEnd }: { seat: Seat; warning: SeatWarning | undefined; today: PartialDate; onEdit: () => void; onEnd: () => Promise<unknown> }) {
  const t = useWords('structure');
  const { lang } = useLanguage();
  const { directory } = useLiveDirectory();
  const person = useShownPerson(seat.person);
  const name = person?.name ?? t('seat.nobody');
  const over = isTermOver(seat, today);
  const term = [
    seat.from === undefined ? '' : t('seat.since', { date: dateInWords(seat.from, lang) }),
    seat.to === undefined ? '' : t(over ? 'seat.ended' : 'seat.until', { date: dateInWords(seat.to, lang) }),
  ];
  const odd = [
    warning === undefined ? '' : t(`seat.warning.${warning}`),
    person?.isInBin === true ? t('seat.warning.in-bin') : '',
    isYetToCome(seat, today) ? t('seat.warning.yet-to-come') : '',
  ].filter(Boolean);
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, px: 2, py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ fontWeight: 500 }}>{seat.person === undefined || person?.isInBin === true ? name : <Link to={personPath(seat.person)}>{name}</Link>}</Box>
        <Box sx={{ fontSize: '0.9375rem', lineHeight: '22px', color: 'text.secondary' }}>
          {[t(`seat.role.${seat.role}`), directory.institutionName(seat.institution), ...term].filter(Boolean).join(' · ')}
        </Box>
        {odd.map((text) => (
          <Box key={text} sx={{ display: 'flex', gap: 1, fontSize: '0.9375rem', lineHeight: '22px', color: 'warning.main' }}>
            <WarningAmberOutlined aria-hidden sx={{ fontSize: 18, mt: '2px' }} />
            <span>{text}</span>
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'flex', mx: '-8px' }}>
        <TextButton aria-label={t('seat.changeWhat', { name })} onClick={onEdit}>
          {t('seat.change')}
        </TextButton>
        {seat.to === undefined ? (
          <TextButton aria-label={t('seat.endWhat', { name })} onClick={() => void onEnd()}>
            {t('seat.end')}
          </TextButton>
        ) : null}
      </Box>
    </Box>
  );
}
