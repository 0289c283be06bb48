import type { RxJsonSchema } from 'rxdb';
import { z } from 'zod';
import { institution, INSTITUTION_MERGE_RULES } from '../domain/institution.ts';
import { meeting, MEETING_MERGE_RULES } from '../domain/meeting.ts';
import { duesPayment, statusChange, visit, VISIT_MERGE_RULES } from '../domain/institution-changes.ts';
import { mergeRecord } from '../domain/merged-people.ts';
import { BASE_MERGE_RULES, type MergeRules } from '../domain/merging.ts';
import { consent, ladderChange, PERSON_CHANGE_ORGANIZER_FIELDS, skillMark } from '../domain/person-changes.ts';
import { listExport } from '../domain/list-export.ts';
import { savedView } from '../domain/saved-view.ts';
import { cluster, cycle, team } from '../domain/structure.ts';
import { access, device, importBatch, OFFICE_MERGE_RULES, review, user } from '../domain/office.ts';
import { settings } from '../domain/settings.ts';
import { person, PERSON_MERGE_RULES, PERSON_ORGANIZER_FIELDS } from '../domain/person.ts';
import type { RecordType } from '../domain/record.ts';
import { sheet, SHEET_MERGE_RULES } from '../domain/sheet.ts';
import type { CollectionName, RecordsByCollection } from './chapter-types.ts';
import type { Part } from './envelope.ts';

/** What the store must know of a collection: its record types, its shape and how its fields are merged and sealed. */
export interface Family {
  readonly types: readonly RecordType[];
  /** The shape of a new record of that type; the store fills defaults from it. */
  readonly shapes: Readonly<Partial<Record<RecordType, z.ZodObject>>>;
  readonly rules: MergeRules;
  /** Fields that only organizers read (domain §2.0, L2); all others are the chapter's. */
  readonly organizerFields: readonly string[];
  /** Fields that only who wrote them reads (domain §2.0, L3). */
  readonly authorFields?: readonly string[];
  /** Fields that the history does not tell of: counters, and locks that must not outlive their passphrase. */
  readonly untold?: readonly string[];
}

/** The schema number that this build writes; records of a higher one pass through untouched (design §3). */
export const SCHEMA_NUMBER = 1;

export const FAMILIES: Readonly<Record<CollectionName, Family>> = {
  people: { types: ['person'], shapes: { person }, rules: PERSON_MERGE_RULES, organizerFields: PERSON_ORGANIZER_FIELDS },
  institutions: {
    types: ['institution'],
    shapes: { institution },
    rules: INSTITUTION_MERGE_RULES,
    organizerFields: ['notes', 'powerAnalysis'],
  },
  gatherings: { types: ['meeting'], shapes: { meeting }, rules: MEETING_MERGE_RULES, organizerFields: [] },
  sheets: { types: ['sheet'], shapes: { sheet }, rules: SHEET_MERGE_RULES, organizerFields: [] },
  office: {
    types: ['settings', 'device', 'user', 'access', 'import', 'review', 'consent', 'ladder', 'skill', 'status', 'merge', 'team', 'cluster', 'cycle', 'view', 'export'],
    shapes: {
      settings,
      device,
      user,
      access,
      import: importBatch,
      review,
      consent,
      ladder: ladderChange,
      skill: skillMark,
      status: statusChange,
      merge: mergeRecord,
      team,
      cluster,
      cycle,
      view: savedView,
      export: listExport,
    },
    rules: OFFICE_MERGE_RULES,
    untold: ['codesGiven', 'receiptsGiven', 'locks', 'boxes', 'revoked'],
    organizerFields: [...PERSON_CHANGE_ORGANIZER_FIELDS, 'exportReason', 'organizersMergedFields', 'organizersAbsorbedFields'],
  },
  programs: { types: ['visit'], shapes: { visit }, rules: VISIT_MERGE_RULES, organizerFields: [] },
  money: { types: ['dues'], shapes: { dues: duesPayment }, rules: BASE_MERGE_RULES, organizerFields: [] },
};

export const COLLECTION_NAMES = Object.keys(FAMILIES) as readonly CollectionName[];

const COLLECTION_OF_TYPE = new Map<string, CollectionName>(
  COLLECTION_NAMES.flatMap((name) => FAMILIES[name].types.map((type) => [type, name] as const)),
);

/** The collection that an id belongs to, or null for an id of a type that this build does not know. */
export function collectionOfId(id: string): CollectionName | null {
  return COLLECTION_OF_TYPE.get(id.slice(0, id.indexOf(':'))) ?? null;
}

/** The part of the body that a field is sealed in. */
export function partOfField(family: Family, field: string): Part {
  if (family.authorFields?.includes(field)) return 'author';
  return family.organizerFields.includes(field) ? 'organizers' : 'chapter';
}

/** RxDB's schema of a collection, derived from zod (design §3); its own version stays 0, since we never migrate. */
export function rxSchemaOf<N extends CollectionName>(name: N): RxJsonSchema<RecordsByCollection[N]> {
  const properties: Record<string, object> = {};
  for (const shape of Object.values(FAMILIES[name].shapes)) {
    const json = z.toJSONSchema(shape, { io: 'input' });
    for (const [field, schema] of Object.entries(json.properties ?? {})) properties[field] ??= withoutDefault(schema);
  }
  properties['kind'] &&= { type: 'string' };
  properties['id'] = { type: 'string', maxLength: 64 };
  return { version: 0, primaryKey: 'id', type: 'object', properties, required: ['id'] } as unknown as RxJsonSchema<
    RecordsByCollection[N]
  >;
}

/** Defaults are filled from zod when a record is made; RxDB must not fill them again with another type's. */
function withoutDefault(schema: unknown): object {
  const { default: _ignored, ...rest } = (typeof schema === 'object' && schema !== null ? schema : {}) as Record<string, unknown>;
  return rest;
}
