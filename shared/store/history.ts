import type { CollectionName } from './chapter-types.ts';
import { dotsOf, itemAtom, itemsOf, keyMember, sameValue } from './atoms.ts';
import type { Backing } from './codec.ts';
import type { FieldRule, MergeRules } from '../domain/merging.ts';
import { FAMILIES } from './families.ts';
import { historyOf, type HistoryLine } from './history-lines.ts';
import type { OpenedChapter } from './open-records.ts';
import { own, type Stamps } from './stamps.ts';

/** One thing that an edit changed: a field, or one item of a list. Null stands for nothing. */
export interface ToldChange {
  readonly field: string;
  /** Key of the list's item. */
  readonly item?: string;
  readonly before: unknown;
  readonly after: unknown;
  /** False where another PC changed the same at the same time and what was written here is not known any more. */
  readonly isAfterKnown: boolean;
}

/** One edit of a record: who, when, what. */
export interface HistoryEntry {
  /** Wall time of the PC that wrote, UTC; empty when unknown. Shown, never decides. */
  readonly at: string;
  /** User id, and the beginning of the device's record id as in its dots. */
  readonly user: string;
  readonly device: string;
  readonly changes: readonly ToldChange[];
}

/** A record in memory with what the store knows of it. */
export interface HeldRecord {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly backing: Pick<Backing, 'history' | 'stamps'>;
}

/** Who changed which field of a record when, newest first; empty for a record that is not here or was never changed. */
export async function readHistory(chapter: Pick<OpenedChapter, 'held'>, name: CollectionName, id: string): Promise<readonly HistoryEntry[]> {
  const [held] = await chapter.held(name, [id]);
  return held ? entriesOf(held, FAMILIES[name].rules) : [];
}

/** What stands in a field, or in the item of a list that has this key; null when nothing does. */
export function valueAt(field: unknown, item: string | undefined, rule: FieldRule | undefined): unknown {
  if (item === undefined) return field ?? null;
  const member = rule ? keyMember(rule) : undefined;
  const items = member === undefined ? null : itemsOf(field, member);
  return items?.get(item) ?? null;
}

/** The field's value with `value` in the place of that item, or in its own place; undefined when nothing is left of a field. */
export function withValueAt(field: unknown, item: string | undefined, value: unknown, rule: FieldRule | undefined): unknown {
  if (item === undefined) return value ?? undefined;
  const member = rule ? keyMember(rule) : undefined;
  const items = member === undefined ? null : itemsOf(field, member);
  if (!items) return field;
  const next = new Map(items);
  if (value === null || value === undefined) next.delete(item);
  else next.set(item, value);
  return [...next.values()];
}

interface Writable extends ToldChange {
  after: unknown;
  isAfterKnown: boolean;
}

/** The newest change of an atom that was looked at so far. */
interface Newer {
  readonly change: Writable;
  readonly device: string;
  /** True while all that were looked at are the newest ones, of which the record's stamps tell the writers. */
  readonly isHead: boolean;
}

/**
 * The entries of a record, newest first. A line holds only what stood there before; what an edit wrote is what the next
 * newer line found, or what stands there now.
 */
export function entriesOf({ fields, backing }: HeldRecord, rules: MergeRules): readonly HistoryEntry[] {
  const state = new Map<string, unknown>(Object.entries(fields));
  const newer = new Map<string, Newer>();
  const entries: (HistoryEntry & { readonly line: string; readonly changes: ToldChange[] })[] = [];
  for (const line of historyOf({ backing })) {
    const changes = line.c.map(([field, before, item]) => {
      const rule = own(rules, field);
      const after = valueAt(state.get(field), item, rule);
      const change: Writable = { field, ...(item === undefined ? {} : { item }), before, after, isAfterKnown: true };
      settleFork(change, line, newer, backing.stamps);
      state.set(field, withValueAt(state.get(field), item, before, rule));
      return change;
    });
    // One edit of two parts has a line in each.
    const name = `${String(line.t)} ${line.d}`;
    const last = entries.at(-1);
    if (last?.line === name) last.changes.push(...changes);
    else entries.push({ line: name, at: line.a, user: line.u, device: line.d, changes });
  }
  return entries.map(({ line: _line, ...entry }) => entry);
}

/**
 * Two lines that found the same value there were written without knowing of each other. What stands there now is the
 * work of the one whose dot the record carries; of the other it is known only while both values are in question.
 */
function settleFork(change: Writable, line: HistoryLine, newer: Map<string, Newer>, stamps: Backing['stamps']): void {
  const atom = change.item === undefined ? change.field : itemAtom(change.field, change.item);
  const later = newer.get(atom);
  const isFork = later !== undefined && sameValue(change.before, change.after) && sameValue(later.change.before, change.before);
  newer.set(atom, { change, device: line.d, isHead: later === undefined || (later.isHead && isFork) });
  if (!isFork) return;
  change.isAfterKnown = false;
  if (!later.isHead) return;
  const writers = writersOf(stamps, atom, later.change.after);
  for (const [one, device] of [[change, line.d], [later.change, later.device]] as const) {
    const written = writers.find((writer) => writer.device === device);
    if (!written) continue;
    if (written.value !== undefined) Object.assign(one, { after: written.value, isAfterKnown: true });
    else if (one === change && !writers.some((writer) => writer.device === later.device)) {
      Object.assign(one, { after: later.change.after, isAfterKnown: true });
      Object.assign(later.change, { after: change.before, isAfterKnown: false });
    }
  }
}

/** The devices whose changes stand in an atom now; with the value of each where several are in question. */
export function writersOf(stamps: Backing['stamps'], atom: string, value: unknown): readonly { readonly device: string; readonly value?: unknown }[] {
  for (const part of Object.values(stamps) as (Stamps | undefined)[]) {
    if (!part || (!own(part.fields, atom) && part !== stamps.chapter)) continue;
    const values = own(part.values, atom);
    return dotsOf(part, atom, value).map(([device], at) => (values ? { device, value: values[at] ?? null } : { device }));
  }
  return [];
}
