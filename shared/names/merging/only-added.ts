import type { Person } from '../../domain/person.ts';
import { mergeRows, valueIn, type MergeChoices } from './merge-rows.ts';
import { putTogether } from './put-together.ts';
import { isNothing } from './values.ts';

/**
 * What a record adds to somebody who is here already: fields that were empty, items of lists, texts beneath the ones that
 * are there, and the name as another name. Nothing that somebody wrote is replaced; what protects a person stays.
 * Empty when it says nothing new.
 */
export function onlyAdded(here: Person, added: Person): Readonly<Record<string, unknown>> {
  const ours: MergeChoices = { sides: { nameAsWritten: 'left' }, without: new Set() };
  const written = mergeRows(here, added, ours).filter(({ kind, fields }) => kind === 'choice' && fields.some((field) => !isNothing(valueIn(here, field))));
  const choices: MergeChoices = { ...ours, sides: { ...ours.sides, ...Object.fromEntries(written.map(({ fields }) => [fields[0], 'left'] as const)) } };
  const { possibleDuplicates: _mark, ...patch } = putTogether(here, added, mergeRows(here, added, choices), choices);
  return patch;
}
