import { riskyPieces, withoutRisky } from '../words/careful-words.ts';
import type { ImportPlan, PlannedPerson } from './plan.ts';
import type { RowPerson } from './to-person.ts';

type Fields = RowPerson['fields'];

/**
 * What of a row could put the person at risk (domain §5.2): sentences of its free texts, and numbers that stand where a
 * phone should, as they were written.
 */
export function carefulPieces({ notes, area, contacts }: Fields): readonly string[] {
  return [...riskyPieces(notes ?? ''), ...riskyPieces(area ?? ''), ...contacts.flatMap(({ asWritten }) => (isRisky(asWritten) ? [asWritten] : []))];
}

/** The plan without any of it; everything else stays as it was. */
export function withoutCareful(plan: ImportPlan): ImportPlan {
  return { ...plan, people: plan.people.map((person) => (person.careful.length === 0 ? person : cleaned(person))) };
}

function cleaned(person: PlannedPerson): PlannedPerson {
  const { notes, area, contacts, ...others } = person.fields;
  const kept = { notes: withoutRisky(notes ?? ''), area: withoutRisky(area ?? '') };
  const fields = {
    ...others,
    contacts: contacts.filter(({ asWritten }) => !isRisky(asWritten)),
    ...(kept.notes !== '' && { notes: kept.notes }),
    ...(kept.area !== '' && { area: kept.area }),
  };
  return { ...person, fields, careful: [] };
}

function isRisky(text: string): boolean {
  return riskyPieces(text).length > 0;
}
