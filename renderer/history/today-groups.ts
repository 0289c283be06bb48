import type { TouchedRecord } from './use-today.ts';

/** What was written down in one go comes in several writes, this far apart at most. */
const ONE_GO_MS = 60_000;
/** Fewer records than this that were written at the same moment are listed one by one. */
const FEWEST = 3;

/** Records that were written down in one go: an imported list, or many at the same moment. */
export interface CreatedTogether {
  readonly key: string;
  /** The import that brought them, if one did. */
  readonly batch: string | null;
  readonly at: string;
  readonly records: readonly TouchedRecord[];
}

export interface TodayList {
  readonly together: readonly CreatedTogether[];
  readonly single: readonly TouchedRecord[];
}

/** Gathers what was written down together, so that an import of thousands is one line; what else was done to those records stays listed. */
export function gatherCreated(touched: readonly TouchedRecord[]): TodayList {
  const groups = new Map<string, TouchedRecord[]>();
  for (const record of touched) {
    const key = createdWith(record);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  const together: CreatedTogether[] = [];
  const gathered = new Set<string>();
  for (const [key, records] of groups) {
    const batch = key.startsWith('import:') ? key : null;
    if (batch === null && records.length < FEWEST) continue;
    for (const { id } of records) gathered.add(id);
    const there = records.filter(({ lines }) => lines.some(({ kind, state }) => kind === 'created' && state === 'open'));
    const at = there.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'created').map((line) => line.at)).sort().at(-1);
    if (at !== undefined) together.push({ key, batch, at, records: there });
  }
  const single = touched.flatMap((record) => {
    if (!gathered.has(record.id)) return [record];
    const lines = record.lines.filter(({ kind }) => kind !== 'created');
    return lines.length > 0 ? [{ ...record, lines }] : [];
  });
  return { together: joined(together), single };
}

/** Groups that follow each other closely are one, the latest first; an import stays by itself. */
function joined(groups: readonly CreatedTogether[]): readonly CreatedTogether[] {
  const all: CreatedTogether[] = [];
  for (const group of [...groups].sort((one, other) => (one.at < other.at ? -1 : 1))) {
    const last = all.at(-1);
    const isOneGo = last?.batch === null && group.batch === null && Date.parse(group.at) - Date.parse(last.at) <= ONE_GO_MS;
    if (isOneGo) all[all.length - 1] = { ...last, at: group.at, records: [...last.records, ...group.records] };
    else all.push(group);
  }
  return all.reverse();
}

function createdWith({ fields, lines }: TouchedRecord): string | null {
  const created = lines.find(({ kind }) => kind === 'created');
  if (!created) return null;
  const source = fields['source'] as { readonly kind?: unknown; readonly from?: unknown } | undefined;
  return source?.kind === 'import' && typeof source.from === 'string' ? source.from : `at ${created.at}`;
}
