import idb from 'pouchdb-adapter-idb';
import PouchDB from 'pouchdb-core';
import { SERVER_PEER, type Host, type PeerAnswer } from '../../../shared/host.ts';
import { newRecordId, randomToken } from '../../../shared/domain/record.ts';
import { newChapterKeys } from '../../../shared/store/keys.ts';
import { openRecords, type OpenedChapter } from '../../../shared/store/open-records.ts';
import type { ChapterKeys } from '../../../shared/store/sealing.ts';
import { onWrites } from '../../../shared/store/write-notices.ts';
import type { SyncClock } from '../../../shared/sync/clock.ts';
import { SyncSession } from '../../../shared/sync/session.ts';
import { isSafeAt, type SyncStatus } from '../../../shared/sync/status.ts';

PouchDB.plugin(idb);

/** What opens the same chapter again, here or at another office. */
export interface SharedAccess {
  readonly id: string;
  readonly keys: ChapterKeys;
}

/** How an office is opened: which PC it is, how wrong its clock is, and how many times faster than life its timers run. */
export interface Opening {
  readonly access: SharedAccess;
  readonly device: string;
  readonly aheadMs: number;
  readonly speed: number;
}

/** A revision that is durable at an office since that true moment, ms since 1970. */
export type HeldAt = readonly [id: string, rev: string, at: number];

/** What an office says to people at one moment, and what has become durable there since it last said something. */
export interface Said {
  readonly isSafe: boolean;
  /** By the office's clock. */
  readonly safeAt: string | null;
  readonly contactAt: string | null;
  readonly waiting: number;
  readonly isResting: boolean;
  /** What hinders, for a person to read who looks for what went wrong. */
  readonly also: string;
  readonly held: readonly HeldAt[];
}

/** A record that is edited, as an office shows it. */
export interface ShownRecord {
  readonly fields: Readonly<Record<string, unknown>> | null;
  readonly reviews: readonly { readonly field: string; readonly item?: string; readonly values: readonly string[] }[];
}

/** What the schedules ask of an office's page: the store and the session as the app has them. */
export interface OfficePage {
  newAccess(): Promise<SharedAccess>;
  newDevice(): string;
  open(opening: Opening): Promise<void>;
  close(): Promise<void>;
  /** Records typed in at once; each with its name. Gives their ids. */
  type(names: readonly string[]): Promise<readonly string[]>;
  /** Ids of all people who are here. */
  people(): Promise<readonly string[]>;
  erase(ids: readonly string[]): Promise<void>;
  /** Sets a field, or adds to a list; gives what a person saw there before. `undefined`: the record is not here. */
  edit(id: string, field: string, value: unknown, adds: boolean): Promise<unknown>;
  /** Begins an exchange and does not wait for it. */
  exchange(): void;
  verify(): void;
  /** Resolves when no exchange runs. */
  rested(): Promise<SyncStatus>;
  status(): SyncStatus;
  shown(ids: readonly string[]): Promise<readonly ShownRecord[]>;
}

declare global {
  var office: OfficePage;
  /** Of the test process. */
  var officeSays: (said: Said) => Promise<void>;
}

let chapter: OpenedChapter | null = null;
let session: SyncSession | null = null;
let running: Promise<unknown> = Promise.resolve();
let held: HeldAt[] = [];

function here(): { readonly chapter: OpenedChapter; readonly session: SyncSession } {
  if (!chapter || !session) throw new Error('not open');
  return { chapter, session };
}

function clockOf(aheadMs: number, speed: number): SyncClock {
  return {
    now: () => Date.now() + aheadMs,
    after: (ms, call) => {
      const timer = setTimeout(call, ms / speed);
      return () => clearTimeout(timer);
    },
  };
}

const peers = {
  peers: () => Promise.resolve([{ id: SERVER_PEER, kind: 'server', address: 'http://127.0.0.1', account: 'office', label: 'headquarters' }]),
  probe: async (database: string): Promise<PeerAnswer> => (await (await fetch(`/probe/${database}`)).json()) as PeerAnswer,
} as unknown as Host['sync'];

/** Everything here was durable before this moment. */
async function holdAll({ pouch }: OpenedChapter): Promise<void> {
  const { results } = await pouch.changes({ style: 'all_docs' });
  const at = Date.now();
  for (const { id, changes } of results) for (const { rev } of changes) held.push([id, rev, at]);
}

let lastSaid = '';

/** Says what is new in what people are told; the numbers that only count up during an exchange are not. */
function say(status: SyncStatus): void {
  const [main] = status.peers;
  if (!main) return;
  const isResting = status.activity === 'resting';
  const { safeAt, contactAt, waiting, problem, guard, denied, setBack } = main;
  const also = `${status.activity}, ${[problem, guard?.kind, denied.length > 0 ? `${String(denied.length)} refused` : null, setBack?.kind].filter((one) => one).join(', ')}`;
  const said = { isSafe: isSafeAt(main), safeAt, contactAt, waiting, isResting, also };
  const text = JSON.stringify({ ...said, waiting: isResting ? waiting : null });
  if (text === lastSaid) return;
  lastSaid = text;
  const news = held;
  held = [];
  void globalThis.officeSays({ ...said, held: news });
}

function run(work: Promise<unknown>): void {
  running = Promise.all([running, work]);
}

globalThis.office = {
  newAccess: async () => ({ id: randomToken(20), keys: await newChapterKeys() }),
  newDevice: () => newRecordId('device'),

  async open({ access, device, aheadMs, speed }) {
    const opened = await openRecords({
      ...access,
      device,
      user: { id: 'user:schedules', name: '' },
      adapter: 'idb',
      onFailure: (problem) => {
        throw problem;
      },
    });
    chapter = opened;
    await opened.ready;
    await opened.settled();
    await holdAll(opened);
    const wire = { origin: location.origin, fetch: window.fetch.bind(window) };
    const fresh = new SyncSession(opened, peers, wire, clockOf(aheadMs, speed));
    session = fresh;
    onWrites(opened.pouch, ({ changes, received }) => {
      const at = Date.now();
      for (const { id, rev } of changes) held.push([id, rev, at]);
      if (!received) fresh.noteChanges(changes.map(({ id }) => id));
    });
    await fresh.recount();
    fresh.status.subscribe(say);
  },

  async close() {
    const { chapter: opened, session: ended } = here();
    await ended.cancel();
    await opened.close();
  },

  async type(names) {
    const many = names.map((called) => ({ nameAsWritten: called, called, contacts: [], affiliations: [] }));
    return (await here().chapter.createMany('people', many)).map(({ id }) => id);
  },

  async people() {
    return (await here().chapter.collections.people.find().exec()).map(({ id }) => id);
  },

  erase: (ids) => here().chapter.erase('people', ids),

  async edit(id, field, value, adds) {
    const { chapter: opened } = here();
    await opened.settled();
    if (!(await opened.collections.people.findOne(id).exec())) return undefined;
    let before: unknown = null;
    await opened.change('people', id, (now) => {
      const record = now as unknown as Record<string, unknown>;
      before = record[field] ?? null;
      return { [field]: adds ? [...((record[field] as unknown[] | undefined) ?? []), value] : value };
    });
    return before;
  },

  exchange: () => run(here().session.exchange()),
  verify: () => run(here().session.verify()),

  async rested() {
    for (let seen: Promise<unknown> | null = null; seen !== running; ) await (seen = running);
    await here().chapter.settled();
    return here().session.status.value;
  },

  status: () => here().session.status.value,

  async shown(ids) {
    const { chapter: opened } = here();
    const found = new Map((await opened.collections.people.find().exec()).map((one) => [one.id, one.toJSON() as unknown as Record<string, unknown>]));
    const office = (await opened.collections.office.find().exec()).map((one) => one.toJSON() as unknown as Record<string, unknown>);
    const reviews = office.filter(({ kind }) => kind === 'review') as unknown as { record: string; field: string; item?: string; values: string[] }[];
    return ids.map((id) => ({ fields: found.get(id) ?? null, reviews: reviews.filter(({ record }) => record === id) }));
  },
};
