import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import type { Affiliation } from '../../../shared/domain/person.ts';
import { codesOf } from '../../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { TextButton } from '../../ui/Buttons.tsx';
import type { EditRecord, Fields } from '../edit-record.ts';
import { InstitutionPicker } from '../institutions/InstitutionPicker.tsx';
import { useInstitutions } from '../institutions/use-institutions.ts';
import { institutionPath } from '../paths.ts';
import { withMain, withoutPlace, withPlace, withRoles } from './affiliations.ts';
import { useSaving } from './use-saving.tsx';

/** The institutions of a person with the roles there; one of several counts at turnout (domain §2.2). */
export function PlacesPart({ person, edit }: { person: Fields<'people'>; edit: EditRecord<'people'> }) {
  const t = useWords('members');
  const { byId } = useInstitutions();
  const undoLabel = (name: string): string => t('undo.field', { field: t('person.part.places'), name });
  const change = (next: (places: readonly Affiliation[]) => Affiliation[]): Promise<unknown> =>
    edit((now) => ({ affiliations: next(now.affiliations) }), undoLabel);
  return (
    <>
      {person.affiliations.map((place) => (
        <Place
          key={place.key}
          place={place}
          name={byId.get(place.institution)?.name ?? t('institution.unknown')}
          several={person.affiliations.length > 1}
          change={change}
        />
      ))}
      <InstitutionPicker
        label={person.affiliations.length === 0 ? t('person.field.institution') : t('person.field.anotherInstitution')}
        hint={t('person.hint.institution')}
        except={person.affiliations.map((place) => place.institution)}
        onPick={(institution) => change((places) => withPlace(places, institution))}
      />
    </>
  );
}

function Place({
  place,
  name,
  several,
  change,
}: {
  place: Affiliation;
  name: string;
  several: boolean;
  change: (next: (places: readonly Affiliation[]) => Affiliation[]) => Promise<unknown>;
}) {
  const t = useWords('members');
  const { lang } = useLanguage();
  const { save, failed } = useSaving();
  const tick = (code: string, on: boolean): void =>
    save(() => change((places) => withRoles(places, place.key, on ? [...place.roles, code] : place.roles.filter((role) => role !== code))));
  return (
    <Box component="fieldset" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, m: 0, px: 2, py: 1.5, minWidth: 0 }}>
      <Typography component="legend" sx={{ fontWeight: 500, px: 0.5, ml: -0.5 }}>
        <Link to={institutionPath(place.institution)}>{name}</Link>
      </Typography>
      <Box role="group" aria-label={t('person.roles', { institution: name })} sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(188px, 1fr))' }}>
        {codesOf('affiliation_role').map((role) => (
          <FormControlLabel
            key={role.code}
            label={role[lang]}
            control={<Checkbox checked={place.roles.includes(role.code)} onChange={(event) => tick(role.code, event.target.checked)} />}
          />
        ))}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 2 }}>
        {several ? (
          <FormControlLabel label={t('person.mainInstitution')} control={<Radio checked={place.isMain} onChange={() => save(() => change((places) => withMain(places, place.key)))} />} />
        ) : (
          <span />
        )}
        <TextButton onClick={() => save(() => change((places) => withoutPlace(places, place.key)))}>{t('remove')}</TextButton>
      </Box>
      {failed}
    </Box>
  );
}
