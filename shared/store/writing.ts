import type { RxCollection } from 'rxdb';
import type { ZodObject } from 'zod';
import { newRecordId, type RecordBase, type RecordType } from '../domain/record.ts';
import type { Change, CollectionName, NewRecord, RecordsByCollection } from './chapter-types.ts';
import { StoreProblem } from './chapter-types.ts';
import { FAMILIES } from './families.ts';

type Collections = { readonly [N in CollectionName]: RxCollection<RecordsByCollection[N]> };

/** Who writes: stamped into every record, as ids, never as names (domain §2.0). */
export interface Author {
  readonly user: string;
}

/** A whole record from the fields a caller gives: id, author, time, and the defaults of its shape. */
export function completeRecord<N extends CollectionName>(
  name: N,
  fields: NewRecord<RecordsByCollection[N]>,
  author: Author,
  at: string,
  id?: string,
): RecordsByCollection[N] {
  const type = typeFor(name, fields);
  const stamped = { ...fields, id: id ?? newRecordId(type), createdAt: at, createdBy: author.user, updatedAt: at, updatedBy: author.user };
  return looseShapeOf(name, type).parse(stamped) as unknown as RecordsByCollection[N];
}

/** Shapes that keep fields they do not know. Making one takes zod far longer than using it. */
const looseShapes = new Map<RecordType, ZodObject>();

function looseShapeOf(name: CollectionName, type: RecordType): ZodObject {
  const known = looseShapes.get(type);
  if (known) return known;
  const shape = FAMILIES[name].shapes[type]?.loose();
  if (!shape) throw new Error(`No shape for ${type}.`);
  looseShapes.set(type, shape);
  return shape;
}

function typeFor(name: CollectionName, fields: object): RecordType {
  const kind = name === 'office' ? (fields as { kind: RecordType }).kind : FAMILIES[name].types[0];
  if (!kind) throw new Error(`Nothing is kept in ${name}.`);
  return kind;
}

/** Writes one new record; resolves with it when it is durable. */
export async function insertOne<N extends CollectionName>(
  collections: Collections,
  name: N,
  record: RecordsByCollection[N],
): Promise<RecordsByCollection[N]> {
  await collectionOf(collections, name).insert(record);
  return record;
}

/** Writes many new records in one go; all are durable when it resolves. */
export async function insertMany<N extends CollectionName>(
  collections: Collections,
  name: N,
  records: readonly RecordsByCollection[N][],
): Promise<readonly RecordsByCollection[N][]> {
  if (records.length === 0) return records;
  const { error } = await collectionOf(collections, name).bulkInsert([...records]);
  if (error.length > 0) throw new StoreProblem('damaged');
  return records;
}

/** Changes fields of one record and stamps who and when. `undefined` removes a field. */
export async function changeOne<N extends CollectionName>(
  collections: Collections,
  name: N,
  id: string,
  patch: Change<RecordsByCollection[N]>,
  author: Author,
  at: string,
): Promise<RecordsByCollection[N]> {
  const document = await collectionOf(collections, name).findOne(id).exec();
  if (!document) throw new StoreProblem('gone');
  const changed = await document.incrementalModify((record) => {
    const fields = typeof patch === 'function' ? patch(record as unknown as RecordsByCollection[N]) : patch;
    return patched(record, { ...fields, updatedAt: at, updatedBy: author.user });
  });
  return changed.toMutableJSON() as RecordsByCollection[N];
}

/** The same patch for many records; RxDB gathers them into one write. */
export async function changeMany<N extends CollectionName>(
  collections: Collections,
  name: N,
  ids: readonly string[],
  patch: Partial<RecordsByCollection[N]>,
  author: Author,
  at: string,
): Promise<void> {
  const documents = await collectionOf(collections, name).findByIds([...ids]).exec();
  const whole = { ...patch, updatedAt: at, updatedBy: author.user };
  await Promise.all([...documents.values()].map((document) => document.incrementalModify((record) => patched(record, whole))));
}

/**
 * Changes each of many records by what `patch` makes of it as it is at the moment of writing; null leaves it as it is. RxDB gathers them
 * into one write. Resolves with the ids of those that were changed.
 */
export async function changeEach<N extends CollectionName>(
  collections: Collections,
  name: N,
  ids: readonly string[],
  patch: (now: RecordsByCollection[N]) => Partial<RecordsByCollection[N]> | null,
  author: Author,
  at: string,
): Promise<readonly string[]> {
  const documents = await collectionOf(collections, name).findByIds([...ids]).exec();
  const changed = new Set<string>();
  const change = (id: string, record: RecordBase): RecordBase => {
    const fields = patch(record as unknown as RecordsByCollection[N]);
    // Asked again when somebody else wrote meanwhile, it may answer otherwise.
    changed.delete(id);
    if (fields === null) return record;
    changed.add(id);
    return patched(record, { ...fields, updatedAt: at, updatedBy: author.user });
  };
  // A first look spares a write of what stays as it is.
  const touched = [...documents].filter(([, document]) => patch(document.toMutableJSON() as RecordsByCollection[N]) !== null);
  await Promise.all(touched.map(([id, document]) => document.incrementalModify((record) => change(id, record))));
  return ids.filter((id) => changed.has(id));
}

/** Deletes records for good; what is not here is left out. Resolves when their tombstones are durable. */
export async function eraseMany(collections: Collections, name: CollectionName, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { error } = await collectionOf(collections, name).bulkRemove([...ids]);
  // Somebody else wrote meanwhile; what is there now is deleted upon.
  if (error.length > 0) {
    const again = await collectionOf(collections, name).bulkRemove(error.map(({ documentId }) => documentId));
    if (again.error.length > 0) throw new StoreProblem('damaged');
  }
}

function patched<R extends object>(record: R, patch: object): R {
  const next = { ...record } as Record<string, unknown>;
  for (const [field, value] of Object.entries(patch)) {
    if (value === undefined) delete next[field];
    else next[field] = value;
  }
  return next as R;
}

/** TypeScript cannot see that the collection under a name holds that name's records; this is the one place that says so. */
function collectionOf(collections: Collections, name: CollectionName): RxCollection<RecordBase> {
  return collections[name] as unknown as RxCollection<RecordBase>;
}
