import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import type { ContactPoint } from '../../../shared/domain/person.ts';
import { displayName } from '../../../shared/names/name-parts.ts';
import { displayPhone } from '../../../shared/words/phone.ts';
import { useWords } from '../../app/language.tsx';
import { TextButton } from '../../ui/Buttons.tsx';
import { SavedTextField } from '../../ui/SavedTextField.tsx';
import { personPath } from '../paths.ts';
import type { ReadContact } from './read-contact.ts';
import { usePeopleAtPhone } from './use-people-at-phone.ts';
import { useSaving } from './use-saving.tsx';

/** One phone or e-mail: as it is written to people, whose it is, and what must be known before calling. */
export function ContactRow({
  person,
  contact,
  onChange,
  onRemove,
  read,
}: {
  person: string | undefined;
  contact: ContactPoint;
  onChange: (patch: Partial<ContactPoint>) => Promise<unknown>;
  onRemove: () => Promise<unknown>;
  read: (typed: string) => ReadContact;
}) {
  const t = useWords('members');
  const { save, failed } = useSaving();
  const { kind } = contact;
  const isPhone = kind === 'phone';
  const others = usePeopleAtPhone(isPhone ? contact.value : undefined, person);
  const tick = (label: string, checked: boolean, patch: (on: boolean) => Partial<ContactPoint>) => (
    <FormControlLabel label={label} control={<Checkbox checked={checked} onChange={(event) => save(() => onChange(patch(event.target.checked)))} />} />
  );
  return (
    <Box role="group" aria-label={t(`person.field.${isPhone ? 'phone' : 'email'}`)} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 2, pt: 1.5, pb: 1 }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
        <SavedTextField
          label={t(`person.field.${isPhone ? 'phone' : 'email'}`)}
          type={isPhone ? 'tel' : 'email'}
          value={isPhone ? displayPhone(contact.value) : contact.value}
          onSave={(typed) => (typed.trim() === '' ? onRemove() : onChange(writtenAnew(read(typed))))}
        />
        <SavedTextField label={t('contact.label')} hint={t('contact.labelHint')} value={contact.label} onSave={(label) => onChange({ label: label.trim() || undefined })} />
      </Box>
      {contact.check === true && isPhone ? (
        <Typography variant="body2" component="div" sx={{ color: 'warning.main', mt: 0.5, display: 'flex', alignItems: 'center', gap: 1 }}>
          <span>{t('contact.check')}</span> <TextButton onClick={() => save(() => onChange({ check: undefined }))}>{t('contact.isRight')}</TextButton>
        </Typography>
      ) : null}
      {others.length > 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {t('contact.alsoOf')}{' '}
          {others.map((entry, at) => (
            <span key={entry.id}>
              {at > 0 ? ', ' : ''}
              <Link to={personPath(entry.id)}>{displayName(entry)}</Link>
            </span>
          ))}
        </Typography>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        {isPhone ? tick(t('contact.whatsapp'), contact.whatsapp === true, (on) => ({ whatsapp: on || undefined })) : null}
        {tick(t(isPhone ? 'contact.wrongNumber' : 'contact.wrongEmail'), contact.status === 'wrong', (on) => ({ status: on ? 'wrong' : undefined }))}
        <Box sx={{ flex: 1 }} />
        <TextButton onClick={() => save(onRemove)}>{t('remove')}</TextButton>
      </Box>
      {failed}
    </Box>
  );
}

/** The patch of a contact that is written anew: a number that was marked wrong is no longer the same number. */
function writtenAnew(read: ReadContact): Partial<ContactPoint> {
  return { value: read.value, asWritten: read.asWritten, check: read.check, status: undefined };
}
