import { SYNC_PREFIX } from '../../../../shared/host.ts';
import type { newChapterKeys } from '../../../../shared/store/keys.ts';

/** The invented chapter of the bench; all sides send and receive the same sealed records. */
export const CHAPTER = 'benchbenchbenchbench';
export const DATABASE = `chapter-${CHAPTER}`;

/** PouchDB and RxDB want a whole address; what comes after the origin is asked of this page's own. */
export const REMOTE = `http://convoca.invalid/server/${DATABASE}`;

/** How many records a person sees at first. */
export const FIRST_SHOWN = 100;

/** What a first pull took, in milliseconds from the call, into a database that was open and empty. */
export interface Pulled {
  /** The first 100 records can be shown. */
  readonly first: number;
  /** All of them are durable and can be asked for. */
  readonly all: number;
  /** An exchange is over, with all that comes after a first pull: comparing every record once, and the last checkpoints. */
  readonly whole?: number;
}

/** What the bench tells each side. */
export interface Given {
  readonly count: number;
  /** The chapter's keys, the same in each page; only Convoca needs them. */
  readonly keys: Awaited<ReturnType<typeof newChapterKeys>>;
  /** Makes each replication one of its own. */
  readonly round: number;
}

/** One way to exchange records with a server, beside the others in the same browser and over the same wire. */
export interface Engine {
  /** Has the chapter's records here; nothing of it is measured. */
  fill(given: Given): Promise<void>;
  /** Sends everything that is here to an empty database; milliseconds until the server has confirmed all. */
  push(given: Given): Promise<number>;
  /** Receives everything into an empty database. */
  pull(given: Given): Promise<Pulled>;
}

/** A record as the server has it. */
export type Sealed = { readonly _id: string; readonly _rev: string } & Record<string, unknown>;

/** Asks the sync proxy, as the app's pages do. */
export const syncFetch: typeof fetch = (input, init) => {
  const url = new URL(typeof input === 'string' ? input : input instanceof URL ? input.href : input.url);
  return fetch(location.origin + SYNC_PREFIX + url.pathname.slice(1) + url.search, init);
};

/** What the server holds, for those who cannot invent sealed records themselves. */
export async function sealedRecords(): Promise<readonly Sealed[]> {
  const answer = (await (await syncFetch(`${REMOTE}/_all_docs?include_docs=true`)).json()) as { readonly rows: readonly { readonly doc: Sealed }[] };
  return answer.rows.map(({ doc }) => doc);
}

/** A promise and the call that fulfils it, with the milliseconds since it was made. */
export function stopwatch(): { readonly stopped: Promise<number>; stop(): void; time(): number } {
  const began = performance.now();
  let stop = (): void => undefined;
  const stopped = new Promise<number>((resolve) => (stop = () => resolve(performance.now() - began)));
  return { stopped, stop: () => stop(), time: () => performance.now() - began };
}

/** Throws when a side holds another number of records than it was to receive. */
export function mustBe(count: number, found: number, where: string): void {
  if (found !== count) throw new Error(`${where}: ${String(found)} records instead of ${String(count)}`);
}
