import type { Chance } from './chance.ts';
import type { Answered } from './simulated-hub.ts';

/** What can become of an answer on its way. `stale`: something in between gives an earlier answer to the same question. */
export type Mangling = 'truncated' | 'reordered' | 'repeated' | 'stale';

/** An answer as it arrives when it was damaged on its way; what cannot be damaged in that manner arrives as it is. */
export function mangled(how: Mangling, answered: Answered, earlier: Answered | undefined, chance: Chance): Answered {
  if (how === 'stale') return earlier ?? answered;
  if (how === 'truncated') return { ...answered, body: answered.body.slice(0, chance.whole(0, Math.max(0, answered.body.length - 1))) };
  const told = read(answered.body);
  if (Array.isArray(told)) return { ...answered, body: JSON.stringify(inOtherOrder(how, told, chance)) };
  if (told === null || typeof told !== 'object') return answered;
  const { results } = told as { results?: unknown };
  if (Array.isArray(results)) return { ...answered, body: JSON.stringify({ ...told, results: inOtherOrder(how, results, chance) }) };
  return { ...answered, body: JSON.stringify(Object.fromEntries(inOtherOrder('reordered', Object.entries(told), chance))) };
}

function inOtherOrder<T>(how: Mangling, rows: readonly T[], chance: Chance): readonly T[] {
  if (rows.length === 0) return rows;
  if (how === 'repeated') {
    const at = chance.whole(0, rows.length - 1);
    return [...rows.slice(0, at + 1), ...rows.slice(at)];
  }
  const left = [...rows];
  return rows.map(() => left.splice(chance.whole(0, left.length - 1), 1)[0] as T);
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
