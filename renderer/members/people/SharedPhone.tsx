import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import { displayName } from '../../../shared/names/name-parts.ts';
import { useWords } from '../../app/language.tsx';
import { personPath } from '../paths.ts';
import { usePeopleAtPhone } from './use-people-at-phone.ts';

/** How many others are named; a number shared by more is a parish office's. */
const NAMED = 6;

/** Whose phone it is besides: families share one, and nothing is wrong with that (domain §2.3, §6.6). */
export function SharedPhone({ phone, person }: { phone: string; person: string | undefined }) {
  const t = useWords('person');
  const others = usePeopleAtPhone(phone, person);
  if (others.length === 0) return null;
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
      {t('contact.shared', { count: others.length + 1 })}{' '}
      {others.slice(0, NAMED).map((entry, at) => (
        <span key={entry.id}>
          {at > 0 ? ', ' : ''}
          <Link to={personPath(entry.id)}>{displayName(entry)}</Link>
        </span>
      ))}
      {others.length > NAMED ? ' …' : ''}
    </Typography>
  );
}
