import type { EditRecord, Fields } from '../../edit-record.ts';
import type { Sighting } from '../sightings.ts';
import { Ladder } from './Ladder.tsx';
import { PotentialLeader } from './PotentialLeader.tsx';
import { Skills } from './Skills.tsx';

/** How a person grows as a leader; organizers only, and no ladder for anyone under 18 (domain §2.3, §2.13, §5.5). */
export function GrowthPart({ id, person, edit, sightings }: { id: string; person: Fields<'people'>; edit: EditRecord<'people'>; sightings: readonly Sighting[] }) {
  return (
    <>
      <PotentialLeader id={id} person={person} edit={edit} />
      {person.isMinor === true ? null : <Ladder id={id} name={person.nameAsWritten} sightings={sightings} />}
      <Skills id={id} name={person.nameAsWritten} />
    </>
  );
}
