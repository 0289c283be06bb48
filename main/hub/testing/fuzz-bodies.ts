import { gzipSync } from 'node:zlib';
import type { Dice } from './dice.ts';
import { revision, sealedRecord, sealedTombstone } from './records.ts';
import type { Json } from '../validation.ts';

const MEMBERS = ['_id', '_rev', '_revisions', '_deleted', '_attachments', 'parts', 'docs', 'keys', 'ids', 'start', 'rev', 'id', 'selector', 'new_edits', 'chapter', 'schema', 'mac', 'name', 'password', 'doc_ids', 'constructor'] as const;
const BROKEN = ['{', '[]', 'null', '"', '7', '\ufeff{}', '{"docs":[{]}', '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}', '\ud800', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, `{"docs":${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}}`] as const;

/** Texts that have broken servers before. */
export function oddText(dice: Dice, ids: readonly [string, ...string[]]): string {
  return dice.pick(['', 'a', '_design/x', '_local/x', '__proto__', 'constructor', 'toString', '\u0000', 'ÿ'.repeat(3), '🌶', '\ud83c', '%', '..', '../..', '../../etc/passwd', 'x'.repeat(600), 'x'.repeat(9000), '1-x', '0-1', revision(2, 'q'), '日本/ñ+ %2F', ...ids]);
}

function value(dice: Dice, depth: number, ids: readonly [string, ...string[]]): unknown {
  const kind = dice.upTo(9);
  if (kind === 0) return null;
  if (kind === 1) return dice.chance(0.5);
  if (kind === 2) return dice.pick([0, -1, 1.5, 1e300, 7, 2 ** 53]);
  if (kind < 5 || depth <= 0) return oddText(dice, ids);
  if (kind < 7) return Array.from({ length: dice.upTo(4) }, () => value(dice, depth - 1, ids));
  return Object.fromEntries(Array.from({ length: dice.upTo(5) }, () => [dice.chance(0.7) ? dice.pick(MEMBERS) : oddText(dice, ids), value(dice, depth - 1, ids)]));
}

/** A record that is nearly right: the deepest paths of the store are reached by these. */
function nearly(dice: Dice, database: string, ids: readonly [string, ...string[]]): Json {
  const hashes = Array.from({ length: 1 + dice.upTo(4) }, () => revision(1, String(dice.upTo(6))).slice(2));
  const id = dice.pick(ids);
  const good: Json = { ...(dice.chance(0.2) ? sealedTombstone(database, id) : sealedRecord(database, id, dice.pick(['one', 'two']))), _rev: `${hashes.length}-${hashes[0]}`, _revisions: { start: hashes.length, ids: hashes } };
  if (dice.chance(0.2)) delete good[dice.pick(['chapter', 'schema', 'parts', '_rev', '_revisions', '_id'])];
  if (dice.chance(0.2)) good[dice.pick(MEMBERS)] = value(dice, 2, ids);
  if (dice.chance(0.02)) good.parts = { chapter: { k: 1, n: 'n'.repeat(32), c: 'c'.repeat(dice.pick([1_100_000, 9_000_000])) } };
  return good;
}

/** The body of a request, its text or packed bytes, or undefined for none. */
export function fuzzBody(dice: Dice, database: string, ids: readonly [string, ...string[]]): { bytes: string | Uint8Array; encoding: string | null } | undefined {
  const kind = dice.roll();
  if (kind < 0.15) return undefined;
  const text = kind < 0.25 ? dice.pick(BROKEN) : kind < 0.4 ? (JSON.stringify(value(dice, 4, ids)) ?? '') : goodBody(dice, database, ids);
  if (dice.chance(0.03)) return { bytes: mutated(dice, new TextEncoder().encode(text)), encoding: dice.pick([null, 'gzip', 'br', 'deflate']) };
  if (dice.chance(0.05)) return { bytes: packed(text), encoding: 'gzip' };
  if (dice.chance(0.001)) return { bytes: packed(' '.repeat(40 * 1024 * 1024)), encoding: 'gzip' };
  return { bytes: text, encoding: null };
}

function packed(text: string): Uint8Array {
  return new Uint8Array(gzipSync(text));
}

function goodBody(dice: Dice, database: string, ids: readonly [string, ...string[]]): string {
  const docs = Array.from({ length: 1 + dice.upTo(4) }, () => nearly(dice, database, ids));
  const asked = docs.map(({ _id, _rev }) => ({ id: _id, rev: _rev }));
  const first = typeof docs[0]?._id === 'string' ? docs[0]._id : 'odd';
  const bodies: readonly [unknown, ...unknown[]] = [
    { docs, new_edits: false },
    { docs, new_edits: true },
    { docs: asked },
    docs[0],
    { keys: docs.map((doc) => doc._id), include_docs: true },
    { [first]: [docs[0]?._rev, value(dice, 1, ids)] },
    { [first]: [docs[0]?._rev] },
    { doc_ids: docs.map((doc) => doc._id) },
    { last_seq: dice.upTo(9), history: [value(dice, 2, ids)] },
  ];
  return JSON.stringify(dice.pick(bodies)) ?? '';
}

function mutated(dice: Dice, bytes: Uint8Array): Uint8Array {
  const changed = new Uint8Array(bytes);
  for (let i = 0; i <= dice.upTo(4) && changed.length > 0; i += 1) changed[dice.upTo(changed.length)] = dice.upTo(256);
  return changed.subarray(0, dice.chance(0.3) ? dice.upTo(changed.length + 1) : changed.length);
}
