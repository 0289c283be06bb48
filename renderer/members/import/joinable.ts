import type { Person } from '../../../shared/domain/person.ts';
import type { ImportPlan, PlannedPerson } from '../../../shared/import/plan.ts';
import { onlyAdded } from '../../../shared/names/merging/only-added.ts';
import { isNothing, isSameValue } from '../../../shared/names/merging/values.ts';
import { withPlace } from '../people/affiliations.ts';

/** A row of a list and the person of the chapter whom it is most like. */
export interface JoinableRow {
  readonly planned: PlannedPerson;
  readonly id: string;
  /** `probably` is never a father and his son, nor a family on one phone (domain §6.4). */
  readonly isProbable: boolean;
}

/** The rows that may be people of the chapter, the probable ones first, each with the likeliest person. */
export function joinableRows({ people }: ImportPlan): readonly JoinableRow[] {
  const rows = people.flatMap((planned): JoinableRow[] => {
    const best = planned.sameAs.find(({ id }) => id !== undefined);
    return best?.id === undefined ? [] : [{ planned, id: best.id, isProbable: best.band === 'probably' }];
  });
  return [...rows.filter(({ isProbable }) => isProbable), ...rows.filter(({ isProbable }) => !isProbable)];
}

/** What a row would add to a person, field by field; of lists only the items that are new. The new institution of a plan is not among them. */
export function addedByRow(here: Person, { fields, institution, roles }: PlannedPerson): readonly { readonly field: string; readonly value: unknown }[] {
  const place = institution !== null && 'id' in institution ? withPlace([], institution.id).map((one) => ({ ...one, roles: [...roles] })) : [];
  const patch = onlyAdded(here, { ...fields, affiliations: place, id: 'row' });
  return Object.entries(patch).flatMap(([field, after]) => {
    const before = (here as unknown as Readonly<Record<string, unknown>>)[field];
    const value = Array.isArray(after) && Array.isArray(before) ? after.filter((item) => !before.some((there) => isSameValue(there, item))) : field === 'notes' ? fields.notes : after;
    return isNothing(value) ? [] : [{ field, value }];
  });
}
