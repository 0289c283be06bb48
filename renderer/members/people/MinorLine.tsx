import Typography from '@mui/material/Typography';
import { compareDates } from '../../../shared/domain/calendar.ts';
import { minorExpires } from '../../../shared/domain/minors.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { dateInWords, todayHere } from '../../../shared/words/date.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { Sighting } from './sightings.ts';

/** Says of a person under 18 when their record is to be erased (domain §5.5). */
export function MinorLine({ person, sightings }: { person: Person; sightings: readonly Sighting[] }) {
  const t = useWords('person');
  const { lang } = useLanguage();
  const changed = person.updatedAt ?? person.createdAt;
  const days = [sightings[0]?.meeting.date, changed === undefined ? undefined : todayHere(new Date(changed))].filter((day) => day !== undefined);
  const last = days.sort(compareDates).at(-1) ?? todayHere();
  return <Typography sx={{ mb: 2 }}>{t('minor.expires', { date: dateInWords(minorExpires(last), lang) })}</Typography>;
}
