import { createHash, randomBytes } from 'node:crypto';
import memoryAdapter from 'pouchdb-adapter-memory';
import { PouchDB } from '../../../shared/store/replicating-pouch.ts';
import type { FreshAccount } from '../account-making.ts';
import type { Json } from '../validation.ts';

PouchDB.plugin(memoryAdapter);

/** A record's database in a test: bodies are any JSON. */
export type TestPouch = PouchDB.Database<Json>;

/** A PC's own database, in memory. */
export function pcDatabase(): TestPouch {
  const name = `pc-${randomBytes(6).toString('hex')}`;
  return new PouchDB<Json>(name, { adapter: 'memory', auto_compaction: true });
}

/** A database at the peer, as PouchDB's replication sees it. */
export function remoteDatabase(address: string, database: string, account: FreshAccount): TestPouch {
  return new PouchDB<Json>(`${address}/${database}`, { adapter: 'http', auth: { username: account.name, password: account.password } });
}

/** A new record id. */
export function recordId(): string {
  return `person:${randomBytes(16).toString('hex')}`;
}

/** A sealed record as the store writes it: only its look is right, `text` stands for what is sealed. */
export function sealedRecord(database: string, id: string, text: string): Json & { _id: string } {
  return { _id: id, ...envelopeOf(database, text) };
}

/** The fields of a sealed record. */
export function envelopeOf(database: string, text: string): Json {
  const n = createHash('sha256').update(text).digest('base64url').slice(0, 32);
  return { chapter: database.slice('chapter-'.length), schema: 1, parts: { chapter: { k: 1, n, c: Buffer.from(text).toString('base64url') } } };
}

/** A deleted record as the store writes it. */
export function sealedTombstone(database: string, id: string): Json & { _id: string } {
  return { _id: id, chapter: database.slice('chapter-'.length), schema: 1, _deleted: true, kind: 'merged', mac: 'm'.repeat(43) };
}

/** What {@link sealedRecord} was given. */
export function textOf(document: Json): string {
  const parts = document.parts as { chapter: { c: string } };
  return Buffer.from(parts.chapter.c, 'base64url').toString('utf8');
}

/** A revision that looks like one. */
export function revision(generation: number, text: string): string {
  return `${generation}-${createHash('md5').update(text).digest('hex')}`;
}
