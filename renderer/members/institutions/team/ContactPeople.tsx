import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import { codeLabel } from '../../../../shared/domain/codes.ts';
import { displayName } from '../../../../shared/names/name-parts.ts';
import { displayPhone } from '../../../../shared/words/phone.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { TextButton } from '../../../ui/Buttons.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { personPath } from '../../paths.ts';
import { DoNotContact } from '../../people/DoNotContact.tsx';
import { PersonPicker } from '../../people/PersonPicker.tsx';
import { useLiveDirectory } from '../../people/use-people.ts';
import { useSaving } from '../../people/use-saving.tsx';
import type { Belonging } from '../use-institution-facts.ts';

/** Whom an office calls about an institution, in this order. */
const ROLES = ['main_contact', 'clergy', 'delegate', 'alternate', 'treasurer'] as const;

/** The people to call with their phones; who must not be contacted shows that instead of a phone (domain §2.3). */
export function ContactPeople({ people, onGive, onTake }: { people: readonly Belonging[]; onGive: (role: string, id: string) => Promise<unknown>; onTake: (role: string, id: string) => Promise<unknown> }) {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  const { directory } = useLiveDirectory();
  const { save, failed } = useSaving();
  const [role, setRole] = useState<(typeof ROLES)[number] | ''>('main_contact');
  const withRole = (of: string): readonly Belonging[] => people.filter(({ place }) => place.roles.includes(of));
  const lines = ROLES.flatMap((of) => withRole(of).map(({ person }) => ({ of, entry: directory.get(person.id) }))).flatMap(({ of, entry }) => (entry === undefined ? [] : [{ of, entry }]));
  return (
    <Box role="group" aria-label={t('team.contacts')} sx={{ display: 'grid', gap: 1.5, borderTop: 1, borderColor: 'divider', pt: 2 }}>
      <Typography sx={{ fontWeight: 500 }}>{t('team.contacts')}</Typography>
      {lines.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('team.noContacts')}</Typography>
      ) : (
        <Box component="ul" aria-label={t('team.contacts')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {lines.map(({ of, entry }) => {
            const name = displayName(entry);
            const [phone] = entry.phones;
            return (
              <Box component="li" key={`${of}/${entry.id}`} sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 2, borderBottom: 1, borderColor: 'divider' }}>
                <Typography variant="body2" sx={{ minWidth: 136, color: 'text.secondary' }}>
                  {codeLabel('affiliation_role', of, lang)}
                </Typography>
                <Link to={personPath(entry.id)}>{name}</Link>
                <Typography component="span" className="figures" sx={{ flex: 1, whiteSpace: 'nowrap' }}>
                  {entry.doNotContact === true ? <DoNotContact /> : phone === undefined ? '' : displayPhone(phone)}
                </Typography>
                <TextButton aria-label={t('team.takeWhat', { name, role: codeLabel('affiliation_role', of, lang) })} onClick={() => save(() => onTake(of, entry.id))}>
                  {t('team.take')}
                </TextButton>
              </Box>
            );
          })}
        </Box>
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))', gap: 2 }}>
        <ChoiceField label={t('team.role')} canBeEmpty={false} choices={ROLES.map((value) => ({ value, label: codeLabel('affiliation_role', value, lang) }))} value={role} onChange={setRole} />
        <PersonPicker label={t('team.who')} hint={t('visits.visitorsHint')} chosen={new Set(withRole(role).map(({ person }) => person.id))} onPick={(id) => onGive(role, id)} />
      </Box>
      {failed}
    </Box>
  );
}
