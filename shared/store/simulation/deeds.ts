import type { Review } from '../../domain/office.ts';
import { StoreProblem } from '../chapter-types.ts';
import type { StoredDocument } from '../pouch.ts';
import { chosenIn, closedReview } from '../reviews.ts';
import { textOf } from '../variants.ts';
import type { Deed } from './events.ts';
import type { HeldRevision, Replica } from './replica.ts';
import type { Run } from './run.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The record as it is made: something in every part that the first PC reads. */
const CREATED: Fields = {
  called: 'Lu',
  tags: ['a'],
  contacts: [{ key: 'p', value: '+0' }],
  rows: [{ n: 1, asWritten: 'L' }],
  notes: 'llega temprano',
  ladder: '0',
};

/** Does a deed at a PC and enters it into the ledger once it is acknowledged. What cannot be done there is left out. */
export async function doDeed(run: Run, at: number, wall: string, deed: Deed | 'create'): Promise<void> {
  const pc = run.pcs[at];
  if (!pc) return;
  const stamped = { updatedAt: wall, updatedBy: `user:${String(at)}` };
  if (deed === 'create') {
    const created = pc.codec.sealer.holds('organizers') ? CREATED : withoutOrganizers(pc, CREATED);
    const { envelope } = pc.codec.seal(pc.family, run.id, { ...created, ...stamped }, null);
    await pc.write([{ _id: run.id, ...envelope }]);
    return enter(run, pc, null, {}, created);
  }
  const held = await pc.see(run.id);
  if (deed.does === 'settle') return settleOne(run, pc, held, deed, stamped);
  if (!held) return;
  const parent = (await pc.stored(run.id)) as StoredDocument;
  if (deed.does === 'erase') {
    run.ledger.erasures.push({ deed: nextDeed(run), seesAll: run.knowledge.of(parent, 'chapter') });
    return pc.write([{ _id: run.id, _rev: held.rev, _deleted: true, ...pc.codec.tombstone(run.id, held.backing.schema, 'erased', held.backing) }]);
  }
  const after = afterDeed(held.fields, deed, wall);
  if (textOf(after) === textOf(held.fields)) return;
  try {
    const { envelope } = pc.codec.seal(pc.family, run.id, { ...after, ...stamped }, held);
    await pc.write([{ _id: run.id, _rev: held.rev, ...envelope }]);
  } catch (problem) {
    // A part that others wrote and that does not open here is refused, and nothing was acknowledged.
    if (problem instanceof StoreProblem && problem.code === 'not-yours') return;
    throw problem;
  }
  return enter(run, pc, parent, held.fields, after);
}

function afterDeed(fields: Fields, deed: Exclude<Deed, { does: 'erase' | 'settle' }>, wall: string): Fields {
  switch (deed.does) {
    case 'set':
      return without({ ...fields, [deed.field]: deed.value });
    case 'bin':
      return fields['deletedAt'] === undefined ? { ...fields, deletedAt: wall } : fields;
    case 'restore':
      return without({ ...fields, deletedAt: undefined });
    case 'put': {
      const list = listOf(fields[deed.field]);
      const there = list.some((item) => keyOf(item) === deed.key);
      return { ...fields, [deed.field]: there ? list.map((item) => (keyOf(item) === deed.key ? deed.item : item)) : [...list, deed.item] };
    }
    case 'take':
      return { ...fields, [deed.field]: listOf(fields[deed.field]).filter((item) => keyOf(item) !== deed.key) };
  }
}

async function settleOne(run: Run, pc: Replica, held: HeldRevision | null, { which, choice }: { which: number; choice: number }, stamped: { updatedAt: string; updatedBy: string }): Promise<void> {
  const reviews = (await Promise.all([...pc.ids].filter((id) => id.startsWith('review:')).map((id) => pc.see(id)))).filter((review) => review !== null);
  const open = reviews.filter(({ fields }) => fields['record'] === run.id && fields['settledAt'] === undefined && Array.isArray(fields['values']));
  const review = open[which % Math.max(1, open.length)];
  if (!review) return;
  const question = review.fields as unknown as Review;
  const chosen = question.values[choice % question.values.length] ?? 'null';
  const same = open.filter(({ fields }) => fields['field'] === question.field && fields['item'] === question.item);
  const closings = same.map((one) => closedReview(pc.codec, one, chosen, stamped));
  if (!held) return pc.write(closings);
  const parent = (await pc.stored(run.id)) as StoredDocument;
  let decided: object;
  try {
    decided = chosenIn(pc.codec, pc.family, held, question, chosen, stamped);
  } catch (problem) {
    if (problem instanceof StoreProblem && problem.code === 'not-yours') return;
    throw problem;
  }
  if ('_deleted' in decided) run.ledger.erasures.push({ deed: nextDeed(run), seesAll: run.knowledge.of(parent, 'chapter') });
  await pc.write([...closings, decided]);
  if ('_deleted' in decided) return;
  if (question.field === 'erased') return enter(run, pc, parent, {}, { deletedAt: held.fields['deletedAt'] }, ['deletedAt']);
  const { field, item } = question;
  const value = (JSON.parse(chosen) as unknown) ?? undefined;
  if (item === undefined) return enter(run, pc, parent, {}, { [field]: value }, [field]);
  return enter(run, pc, parent, {}, { [field]: value === undefined ? [] : [value] }, [field], item);
}

/** Notes the revision that a deed made, and each value that it acknowledged. */
async function enter(run: Run, pc: Replica, parent: StoredDocument | null, before: Fields, after: Fields, decided: readonly string[] = [], item?: string): Promise<void> {
  const { rev } = pc.made.findLast(({ id }) => id === run.id) ?? {};
  const stored = (await pc.pouch.get(run.id, { rev: rev ?? '' })) as StoredDocument;
  pc.remember(stored);
  const changes = item === undefined ? changedIn(before, after, decided) : [{ field: decided[0] ?? '', item, value: listOf(after[decided[0] ?? ''])[0] }];
  const deed = nextDeed(run);
  const partOf = (field: string): string => partNameOf(pc, field);
  run.knowledge.deed(stored, parent, changes.map(({ field }) => partOf(field)), deed);
  for (const change of changes) {
    const sees = parent ? run.knowledge.of(parent, partOf(change.field)) : new Set<number>();
    const seesAll = parent ? run.knowledge.of(parent, 'chapter') : new Set<number>();
    const field = change.field === 'ownNote' ? partOf('ownNote').replace('author/', 'ownNote ') : change.field;
    run.ledger.entries.push({ ...change, field, deed, sees, seesAll });
  }
}

function changedIn(before: Fields, after: Fields, decided: readonly string[]): { field: string; item?: string; value: unknown }[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    if (field.startsWith('updated') || (textOf(before[field]) === textOf(after[field]) && !decided.includes(field))) return [];
    if (!['tags', 'contacts', 'rows'].includes(field)) return [{ field, value: after[field] }];
    const [was, is] = [listOf(before[field]), listOf(after[field])];
    const changed = [...new Set([...was, ...is].map(keyOf))].map((key) => [key, was.find((one) => keyOf(one) === key), is.find((one) => keyOf(one) === key)] as const);
    return changed.filter(([, old, now]) => textOf(old) !== textOf(now)).map(([key, , now]) => ({ field, item: key, value: now }));
  });
}

function partNameOf(pc: Replica, field: string): string {
  if (field === 'ownNote') return `author/${String(pc.codec.sealer.ring.current('author'))}`;
  return pc.family.organizerFields.includes(field) ? 'organizers' : 'chapter';
}

function withoutOrganizers({ family }: Replica, fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !family.organizerFields.includes(field)));
}

function nextDeed({ ledger }: Run): number {
  return 1 + Math.max(0, ...ledger.entries.map(({ deed }) => deed), ...ledger.erasures.map(({ deed }) => deed));
}

function without(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function keyOf(item: unknown): string {
  if (item === null || typeof item !== 'object') return String(item);
  const { key, n } = item as { key?: string; n?: number };
  return String(key ?? n);
}
