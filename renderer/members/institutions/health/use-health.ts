import { useMemo } from 'react';
import { addDays, compareDates, firstDayOf } from '../../../../shared/domain/calendar.ts';
import type { Institution } from '../../../../shared/domain/institution.ts';
import { duesEndOf, isHere, standingOf } from '../../../../shared/domain/institution-states.ts';
import type { Meeting } from '../../../../shared/domain/meeting.ts';
import type { Sheet } from '../../../../shared/domain/sheet.ts';
import type { Directory } from '../../../../shared/names/directory.ts';
import { healthParts, lastOfKind, type HealthPart, type TypedGathering } from '../../../../shared/reports/institution-health.ts';
import { todayHere } from '../../../../shared/words/date.ts';
import { useOfficeRecords } from '../../../app/office-records.ts';
import { useLiveQuery } from '../../../app/records.ts';
import { useLiveDirectory } from '../../people/use-people.ts';
import { duesOf } from '../dues/use-dues.ts';
import type { InstitutionFacts } from '../use-institution-facts.ts';

const ACTIONS = ['public_action'];
const ASSEMBLIES = ['leaders_assembly', 'delegates_assembly'];
const YEAR = 365;

/** Whom we expected of an institution and who of it stands on the typed sheets; undefined while none is typed. */
function typedGathering(meeting: Meeting | undefined, sheets: readonly Sheet[], institution: string, directory: Directory): TypedGathering | undefined {
  const typed = sheets.filter((sheet) => sheet.meeting === meeting?.id && sheet.state !== 'printed');
  if (meeting === undefined || typed.length === 0) return undefined;
  const ofHere = (id: string | undefined): string[] => {
    const entry = id === undefined ? undefined : directory.get(id);
    return entry?.institutions[0] === institution ? [entry.id] : [];
  };
  const rows = typed.flatMap(({ rows: lines }) => lines.filter(({ state }) => state === 'linked' || state === 'new'));
  return { expected: new Set(meeting.expected.flatMap(ofHere)), came: new Set(rows.flatMap(({ person }) => ofHere(person))) };
}

/** The parts of an institution's health from what the chapter holds, live; undefined while it is read. */
export function useHealth(institution: Institution, facts: InstitutionFacts): readonly HealthPart[] | undefined {
  const { directory, version } = useLiveDirectory();
  const cycles = useOfficeRecords('cycle');
  const meetings = useLiveQuery('gatherings', { selector: { kind: { $in: [...ACTIONS, ...ASSEMBLIES, 'house_meeting'] } } });
  const today = todayHere();
  const action = lastOfKind(meetings ?? [], ACTIONS, today);
  const assembly = lastOfKind(meetings ?? [], ASSEMBLIES, today);
  const sheets = useLiveQuery('sheets', { selector: { meeting: { $in: [action?.id ?? '', assembly?.id ?? ''] } } });
  return useMemo(() => {
    if (meetings === undefined || sheets === undefined) return undefined;
    // The version stands for what the directory holds.
    void version;
    const day = todayHere();
    const cycle = (cycles ?? []).find(({ from, to }) => from !== undefined && compareDates(from, day) <= 0 && (to === undefined || compareDates(to, day) >= 0));
    const begins = cycle?.from ?? addDays(firstDayOf(day), -YEAR);
    const hosted = meetings.filter(({ kind, date, hostInstitution }) => kind === 'house_meeting' && hostInstitution !== undefined && date !== undefined && compareDates(date, begins) >= 0 && compareDates(date, day) <= 0);
    const here = facts.people.filter(({ place }) => isHere(place, day));
    const standing = standingOf(institution, facts.changes);
    return healthParts({
      coreTeam: here.filter(({ place }) => place.roles.includes('core_team')).length,
      dues: duesEndOf(standing) === undefined ? duesOf(institution, facts) : undefined,
      visits: facts.visits,
      action: typedGathering(action, sheets, institution.id, directory),
      assembly: typedGathering(assembly, sheets, institution.id, directory),
      delegates: new Set(here.filter(({ place }) => place.roles.some((role) => role === 'delegate' || role === 'alternate')).map(({ person }) => person.id)),
      hostedAnywhere: hosted.length,
      hostedHere: hosted.filter(({ hostInstitution }) => hostInstitution === institution.id).length,
      today: day,
    });
  }, [institution, facts, meetings, sheets, cycles, action, assembly, directory, version]);
}
