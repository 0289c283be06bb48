import type { MergeRules } from '../../domain/merging.ts';
import { BASE_MERGE_RULES } from '../../domain/merging.ts';
import type { Family } from '../families.ts';

/** A family that has a field of every merge rule in every part; the simulation's records are of it. */
const RULES: MergeRules = {
  ...BASE_MERGE_RULES,
  tags: { rule: 'union' },
  contacts: { rule: 'union', key: 'key', items: { doNotCall: { rule: 'protective', safe: true } } },
  rows: { rule: 'rows', key: 'n', blank: { asWritten: '' } },
  notes: { rule: 'both-texts' },
  doNotContact: { rule: 'protective', safe: true },
  consent: { rule: 'protective', safe: ['no', 'unknown'] },
};

export const INVENTED_FAMILY: Family = {
  types: ['person'],
  shapes: {},
  rules: RULES,
  organizerFields: ['notes', 'ladder'],
  authorFields: ['ownNote'],
};
