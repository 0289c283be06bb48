import type { MergeRules } from '../domain/merging.ts';
import { sameValue } from './atoms.ts';
import { entriesOf, valueAt, withValueAt, type HeldRecord, type ToldChange } from './history.ts';
import { own } from './stamps.ts';

/** What somebody did to a record today, so far as it can be taken back by itself. */
export interface TodayLine {
  readonly kind: 'created' | 'changed' | 'binned' | 'restored';
  /** When it was last done, wall time in UTC. */
  readonly at: string;
  /** What changed, from the first to the last of today; of `created` nothing. */
  readonly change?: ToldChange;
  /** `since`: something else stands there by now, so that taking it back would overwrite somebody's work. */
  readonly state: 'open' | 'since';
}

/** A record that somebody touched today, its lines newest first. */
export interface TodayRecord {
  readonly at: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly lines: readonly TodayLine[];
}

/** The first moment of this PC's day. */
export function startOfDay(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate());
}

/**
 * What `user` did to a record since `since` (domain §6.3), or null when nothing of it is left: what was changed and
 * changed back again is nothing. Several changes of one field after another count as one. What was written into
 * empty fields of a record of today belongs to its creation.
 */
export function todayOf(held: HeldRecord, rules: MergeRules, user: string, since: Date): TodayRecord | null {
  const isNow = (at: unknown): boolean => typeof at === 'string' && Date.parse(at) >= since.getTime();
  const { fields } = held;
  const created = fields['createdBy'] === user && isNow(fields['createdAt']);
  const lines: TodayLine[] = [];
  for (const run of runsOf(held, rules, user, isNow)) {
    const line = lineOf(run, fields, rules);
    if (sameValue(run.change.before, run.change.after)) continue;
    if (created && line.kind === 'changed' && isBlank(run.change.before)) continue;
    lines.push(line);
  }
  if (created) lines.push({ kind: 'created', at: String(fields['createdAt']), state: fields['deletedAt'] === undefined ? 'open' : 'since' });
  lines.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  return lines[0] ? { at: lines[0].at, fields, lines } : null;
}

interface Run {
  readonly at: string;
  readonly change: ToldChange;
  /** True when somebody else changed it afterwards. */
  readonly overtaken: boolean;
}

/** The last uninterrupted series of this user's changes of each field or item, as one change. */
function runsOf(held: HeldRecord, rules: MergeRules, user: string, isNow: (at: unknown) => boolean): readonly Run[] {
  const runs = new Map<string, Run>();
  const ended = new Set<string>();
  const overtaken = new Set<string>();
  for (const entry of entriesOf(held, rules)) {
    const mine = entry.user === user && isNow(entry.at);
    for (const change of entry.changes) {
      const atom = JSON.stringify([change.field, change.item ?? null]);
      const run = runs.get(atom);
      if (ended.has(atom)) continue;
      if (!mine) (run ? ended : overtaken).add(atom);
      else if (run) runs.set(atom, { ...run, change: { ...run.change, before: change.before } });
      else runs.set(atom, { at: entry.at, change, overtaken: overtaken.has(atom) });
    }
  }
  return [...runs.values()];
}

function lineOf({ at, change, overtaken }: Run, fields: HeldRecord['fields'], rules: MergeRules): TodayLine {
  const now = valueAt(own(fields, change.field), change.item, own(rules, change.field));
  const stands = change.isAfterKnown && sameValue(now, change.after);
  const isBin = change.field === 'deletedAt';
  const kind = !isBin ? 'changed' : change.after === null ? 'restored' : 'binned';
  return { kind, at, change, state: overtaken || !stands ? 'since' : 'open' };
}

function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isBlank);
}

/**
 * The fields that take a line back, from the record as it is at the moment of writing; null when something else stands
 * there by now. `now` is the time for `deletedAt`: a record that was made today goes to the bin.
 */
export function backOf(fields: Readonly<Record<string, unknown>>, line: TodayLine, rules: MergeRules, now: string): Readonly<Record<string, unknown>> | null {
  if (line.kind === 'created') return fields['deletedAt'] === undefined ? { deletedAt: now } : null;
  const { change } = line;
  if (!change) return null;
  const { field, item, before, after } = change;
  const rule = own(rules, field);
  if (!sameValue(valueAt(own(fields, field), item, rule), after)) return null;
  return { [field]: withValueAt(own(fields, field), item, before, rule) };
}
