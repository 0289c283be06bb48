import type { Change, HubDatabase } from './hub-database.ts';
import type { Json } from './validation.ts';

/** What a `_changes` request asks for. Times in milliseconds. */
export interface ChangesQuestion {
  readonly feed: 'normal' | 'longpoll' | 'continuous';
  readonly since: number;
  readonly limit: number;
  readonly allLeaves: boolean;
  readonly includeDocs: boolean;
  readonly conflicts: boolean;
  readonly docIds: readonly string[] | null;
  /** PouchDB's selector; only administrators may ask by one. */
  readonly selector: Json | null;
  /** Newest first; a normal feed only. */
  readonly descending: boolean;
  /** An empty line every so often keeps proxies and the asker from giving up; then there is no end to the waiting. */
  readonly heartbeat: number | null;
  readonly timeout: number;
}

const ROWS_A_PAGE = 500;
const ROWS_A_PAGE_WITH_DOCUMENTS = 50;
/** There are no pages backwards: whoever wants more than these asks forwards. */
const MOST_BACKWARDS = 10_000;

/** The answer to `_changes`, piece by piece, in CouchDB's own layout; ends early (but well-formed) when `stop` is aborted. */
export async function* changesFeed(database: HubDatabase, question: ChangesQuestion, stop: AbortSignal): AsyncGenerator<string> {
  if (question.descending) yield* backwards(database, question);
  else if (question.feed === 'continuous') yield* continuousFeed(database, question, stop);
  else yield* listFeed(database, question, stop);
}

async function* backwards(database: HubDatabase, question: ChangesQuestion): AsyncGenerator<string> {
  const { rows } = await database.changes({ ...question, limit: Math.min(question.limit, MOST_BACKWARDS) });
  yield `{"results":[\n${rows.map((row) => rowText(database, row)).join(',\n')}\n],\n`;
  yield `"last_seq":${JSON.stringify(database.sequence(rows.at(-1)?.seq ?? question.since))},"pending":0}\n`;
}

async function* listFeed(database: HubDatabase, question: ChangesQuestion, stop: AbortSignal): AsyncGenerator<string> {
  yield '{"results":[\n';
  let at = question.since;
  let given = 0;
  for (;;) {
    for await (const { rows, last } of pages(database, question, at, question.limit - given)) {
      if (rows.length > 0) yield (given > 0 ? ',\n' : '') + rows.map((row) => rowText(database, row)).join(',\n');
      given += rows.length;
      at = last;
      if (stop.aborted) break;
    }
    if (question.feed === 'normal' || given > 0 || stop.aborted) break;
    if (!(yield* waiting(database, question, at, stop))) break;
  }
  yield `\n],\n"last_seq":${JSON.stringify(database.sequence(at))},"pending":${pending(database, at)}}\n`;
}

async function* continuousFeed(database: HubDatabase, question: ChangesQuestion, stop: AbortSignal): AsyncGenerator<string> {
  let at = question.since;
  let left = question.limit;
  for (;;) {
    for await (const { rows, last } of pages(database, question, at, left)) {
      for (const row of rows) yield `${rowText(database, row)}\n`;
      left -= rows.length;
      at = last;
      if (stop.aborted) break;
    }
    if (left <= 0 || stop.aborted || !(yield* waiting(database, question, at, stop))) break;
  }
  yield `{"last_seq":${JSON.stringify(database.sequence(at))},"pending":${pending(database, at)}}\n`;
}

/** Waits for a write, with heartbeats; false when the time is over or the hub stops. */
async function* waiting(database: HubDatabase, question: ChangesQuestion, at: number, stop: AbortSignal): AsyncGenerator<string, boolean> {
  const { heartbeat, timeout } = question;
  for (;;) {
    await database.waitBeyond(at, heartbeat ?? timeout, stop);
    if (stop.aborted) return false;
    if (database.updateSeq > at) return true;
    if (heartbeat === null) return false;
    yield '\n';
  }
}

/** All changes after a sequence, a page at a time, until there are no more or the limit is reached. */
async function* pages(database: HubDatabase, question: ChangesQuestion, since: number, limit: number): AsyncGenerator<{ rows: readonly Change[]; last: number }> {
  const most = question.includeDocs ? ROWS_A_PAGE_WITH_DOCUMENTS : ROWS_A_PAGE;
  for (let at = since, left = limit; left > 0; ) {
    const size = Math.min(most, left);
    const page = await database.changes({ ...question, since: at, limit: size });
    yield page;
    if (page.rows.length < size) return;
    at = page.last;
    left -= page.rows.length;
  }
}

function rowText(database: HubDatabase, { seq, ...row }: Change): string {
  return JSON.stringify({ seq: database.sequence(seq), ...row });
}

/** At most this many changes are still to come: superseded ones are counted, too, for want of CouchDB's counting tree. */
function pending(database: HubDatabase, at: number): number {
  return Math.max(0, database.updateSeq - at);
}
