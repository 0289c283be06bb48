import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import type { ContactPoint } from '../../../shared/domain/person.ts';
import { displayPhone } from '../../../shared/words/phone.ts';
import { useWords } from '../../app/language.tsx';
import { TextButton } from '../../ui/Buttons.tsx';
import { CarefulTextField } from '../../ui/CarefulTextField.tsx';
import { SavedTextField } from '../../ui/SavedTextField.tsx';
import { heldAs } from './held-as.ts';
import type { ReadContact } from './read-contact.ts';
import { SharedPhone } from './SharedPhone.tsx';
import { useSaving } from './use-saving.tsx';
import { written } from './written.ts';

/** One phone, e-mail or other way: as it is written to people, whose it is, and what must be known before calling. */
export function ContactRow({
  person,
  isMinor,
  isHidden,
  contact,
  onChange,
  onRemove,
  read,
}: {
  person: string | undefined;
  isMinor: boolean;
  /** For a minor's phone that nobody may call (domain §5.5). */
  isHidden: boolean;
  contact: ContactPoint;
  onChange: (patch: Partial<ContactPoint>) => Promise<unknown>;
  onRemove: () => Promise<unknown>;
  read: (typed: string) => ReadContact;
}) {
  const t = useWords(['members', 'person']);
  const { save, failed } = useSaving();
  const { kind } = contact;
  const isPhone = kind === 'phone';
  const label = kind === 'other' ? t('person:field.other') : t(`members:person.field.${kind}`);
  const tick = (text: string, checked: boolean, patch: (on: boolean) => Partial<ContactPoint>) => (
    <FormControlLabel label={text} control={<Checkbox checked={checked} onChange={(event) => save(() => onChange(patch(event.target.checked)))} />} />
  );
  const write = (typed: string): Promise<unknown> => (typed.trim() === '' ? onRemove() : onChange(writtenAnew(read(typed))));
  return (
    <Box role="group" aria-label={label} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 2, pt: 1.5, pb: 1 }}>
      {isHidden ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('person:contact.hidden')}</Typography>
      ) : (
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
          {kind === 'other' ? (
            <CarefulTextField label={label} hint={t('person:hint.other')} heldAs={heldAs(person, `contacts ${contact.key} value`)} value={contact.value} onSave={write} />
          ) : (
            <SavedTextField label={label} type={isPhone ? 'tel' : 'email'} value={isPhone ? displayPhone(contact.value) : contact.value} onSave={write} />
          )}
          {kind === 'other' ? null : (
            <CarefulTextField
              label={t('members:contact.label')}
              hint={t('members:contact.labelHint')}
              heldAs={heldAs(person, `contacts ${contact.key} label`)}
              value={contact.label}
              onSave={(words) => onChange({ label: written(words) })}
            />
          )}
          {isPhone ? (
            <CarefulTextField
              label={t('person:field.bestTime')}
              hint={t('person:hint.bestTime')}
              heldAs={heldAs(person, `contacts ${contact.key} bestTime`)}
              value={contact.bestTime}
              onSave={(words) => onChange({ bestTime: written(words) })}
            />
          ) : null}
        </Box>
      )}
      {contact.check === true && isPhone && !isHidden ? (
        <Typography variant="body2" component="div" sx={{ color: 'warning.main', mt: 0.5, display: 'flex', alignItems: 'center', gap: 1 }}>
          <span>{t('members:contact.check')}</span> <TextButton onClick={() => save(() => onChange({ check: undefined }))}>{t('members:contact.isRight')}</TextButton>
        </Typography>
      ) : null}
      {isPhone && !isHidden ? <SharedPhone phone={contact.value} person={person} /> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        {isPhone ? tick(t('members:contact.whatsapp'), contact.whatsapp === true, (on) => ({ whatsapp: on || undefined })) : null}
        {kind === 'other' ? null : tick(t(isPhone ? 'members:contact.wrongNumber' : 'members:contact.wrongEmail'), contact.status === 'wrong', (on) => ({ status: on ? 'wrong' : undefined }))}
        {isPhone ? tick(t('person:contact.doNotCall'), contact.doNotCall === true, (on) => ({ doNotCall: on || undefined })) : null}
        {isPhone && (isMinor || contact.ofGuardian === true) ? tick(t('person:contact.ofGuardian'), contact.ofGuardian === true, (on) => ({ ofGuardian: on || undefined })) : null}
        <Box sx={{ flex: 1 }} />
        <TextButton onClick={() => save(onRemove)}>{t('members:remove')}</TextButton>
      </Box>
      {failed}
    </Box>
  );
}

/** The patch of a contact that is written anew: a number that was marked wrong is no longer the same number. */
function writtenAnew(read: ReadContact): Partial<ContactPoint> {
  return { value: read.value, asWritten: read.asWritten, check: read.check, status: undefined };
}
