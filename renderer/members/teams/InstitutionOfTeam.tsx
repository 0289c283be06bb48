import { useDirectory } from '../../app/directory.tsx';
import { useWords } from '../../app/language.tsx';
import { InstitutionPicker } from '../institutions/InstitutionPicker.tsx';
import { Chosen } from './Chosen.tsx';

/** An institution that is chosen, with a button that takes it out; without one a field that chooses it. */
export function InstitutionOfTeam({ label, hint, institution, onSave }: { label: string; hint?: string; institution: string | undefined; onSave: (institution: string | undefined) => Promise<unknown> }) {
  const t = useWords('members');
  const directory = useDirectory();
  if (institution === undefined) return <InstitutionPicker label={label} hint={hint} onPick={onSave} />;
  return <Chosen label={label} name={directory.institutionName(institution) || t('institution.unknown')} onTakeOut={() => onSave(undefined)} />;
}
