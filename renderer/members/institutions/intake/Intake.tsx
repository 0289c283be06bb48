import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Institution } from '../../../../shared/domain/institution.ts';
import { standingOf } from '../../../../shared/domain/institution-states.ts';
import { displayPhone } from '../../../../shared/words/phone.ts';
import { useWords } from '../../../app/language.tsx';
import { useSave } from '../../../app/saving.ts';
import { AddField } from '../../../ui/AddField.tsx';
import { SavedChoiceField } from '../../../ui/SavedChoiceField.tsx';
import { SavedTextField } from '../../../ui/SavedTextField.tsx';
import { withContact } from '../../people/contact-list.ts';
import { withRoleAt } from '../../people/affiliations.ts';
import { PersonPicker } from '../../people/PersonPicker.tsx';
import { readPhoneContact } from '../../people/read-contact.ts';
import { renamed } from '../../people/renamed.ts';
import { useAreaCode } from '../../people/use-area-code.ts';
import { useLiveDirectory } from '../../people/use-people.ts';
import { PersonChips } from '../PersonChips.tsx';
import { useStatusSteps } from '../pipeline/use-status-steps.ts';
import { useInstitutionFacts } from '../use-institution-facts.ts';

/** What a new institution asked for, whom to call there and who of ours heard it (domain §1.2 B8, B11); ends in the state of an inquiry. */
export function Intake({ institution }: { institution: Pick<Institution, 'id' | 'name' | 'status'> }) {
  const t = useWords('institutions');
  const save = useSave();
  const areaCode = useAreaCode();
  const { directory } = useLiveDirectory();
  const facts = useInstitutionFacts(institution.id);
  const standing = standingOf(institution, facts?.changes ?? []);
  const steps = useStatusSteps(institution, standing.status);
  if (facts === undefined) return null;
  const inquiry = facts.changes.find(({ status }) => status === 'inquiry');
  const contacts = facts.people.filter(({ place }) => place.roles.includes('main_contact'));
  const contact = contacts[0]?.person;
  const phone = contact === undefined ? undefined : directory.get(contact.id)?.phones[0];
  const undoLabel = t('undo.contact', { name: institution.name });
  const write = (patch: { readonly inquiry?: 'join' | 'learn' | undefined; readonly takenBy?: string | undefined }, field: string): Promise<unknown> =>
    inquiry === undefined ? steps.add('inquiry', patch) : steps.mend(inquiry, patch, field);
  return (
    <Box component="section" aria-label={t('inquiry.title')} sx={{ display: 'grid', gap: 2, borderTop: 1, borderColor: 'divider', pt: 2, pb: 3 }}>
      <Typography component="h3" variant="h2">
        {t('inquiry.title')}
      </Typography>
      <SavedChoiceField
        label={t('inquiry.about')}
        choices={(['join', 'learn'] as const).map((value) => ({ value, label: t(`inquiry.wants.${value}`) }))}
        value={inquiry?.inquiry}
        onSave={(about) => write({ inquiry: about }, t('inquiry.about'))}
      />
      <PersonChips
        showsLabel
        ids={contact === undefined ? [] : [contact.id]}
        label={t('inquiry.contact')}
        onRemove={(id) => save.change('people', id, (now) => ({ affiliations: now.affiliations.filter((place) => place.institution !== institution.id) }), { undoLabel })}
      />
      {contact === undefined ? (
        <PersonPicker
          label={t('inquiry.contact')}
          hint={t('inquiry.contactHint')}
          chosen={new Set()}
          onPick={(id) => save.change('people', id, (now) => ({ affiliations: withRoleAt(now.affiliations, institution.id, 'main_contact') }), { undoLabel })}
          onAdd={(name) => {
            const blank = { nameAsWritten: '', contacts: [], affiliations: withRoleAt([], institution.id, 'main_contact'), source: { kind: 'typed' as const } };
            return save.create('people', { ...blank, ...renamed(blank, name) }, { undoLabel });
          }}
        />
      ) : phone === undefined ? (
        <AddField
          label={t('inquiry.phone')}
          type="tel"
          onAdd={(typed) => save.change('people', contact.id, (now) => ({ contacts: withContact(now.contacts, readPhoneContact(typed, areaCode)) }), { undoLabel })}
        />
      ) : (
        <Typography className="figures">{displayPhone(phone)}</Typography>
      )}
      <SavedTextField label={t('inquiry.takenBy')} value={inquiry?.takenBy} onSave={(typed) => write({ takenBy: typed.trim() || undefined }, t('inquiry.takenBy'))} />
    </Box>
  );
}
