import idb from 'pouchdb-adapter-idb';
import PouchDB from 'pouchdb-core';
import { newRecordId, randomToken } from '../../../shared/domain/record.ts';
import { newChapterKeys } from '../../../shared/store/keys.ts';
import { openRecords, type OpenedChapter } from '../../../shared/store/open-records.ts';
import type { ChapterKeys } from '../../../shared/store/sealing.ts';

PouchDB.plugin(idb);

/** What opens the same chapter again after the browser was killed. */
export interface WriterAccess {
  readonly id: string;
  readonly device: string;
  readonly keys: ChapterKeys;
}

/** A record's id with the number of the write that it shows. */
export type Shown = readonly [id: string, serial: number];

/** What the kill test asks of the page: the store as the app has it, written to until the browser is gone. */
export interface Writer {
  open(access: WriterAccess | null): Promise<WriterAccess>;
  openedFrom(): Promise<'snapshot' | 'database'>;
  /** Every person with the number of the last write that is to be seen. */
  read(): Promise<readonly Shown[]>;
  /** Writes without end, two writers at once. Numbers begin at `from`; `chances` are 0–1, used over and over. */
  write(from: number, chances: readonly number[], withSnapshot: boolean): void;
}

declare global {
  var writer: Writer;
  /** Of the test process: what was acknowledged to the page. */
  var acknowledged: (shown: readonly Shown[]) => Promise<void>;
  /** Of the test process: a snapshot is about to be written. */
  var snapshotBegins: () => Promise<void>;
}

let chapter: OpenedChapter | null = null;
/** Each writer changes records of its own, so that what a record shows grows with the numbers of the writes. */
const knownOf: readonly [string[], string[]] = [[], []];

function here(): OpenedChapter {
  if (!chapter) throw new Error('not open');
  return chapter;
}

function person(serial: number): { nameAsWritten: string; notes: string; contacts: []; affiliations: [] } {
  return { nameAsWritten: `Persona ${String(serial)}`, notes: String(serial), contacts: [], affiliations: [] };
}

async function tell(ids: readonly string[], serial: number): Promise<void> {
  await globalThis.acknowledged(ids.map((id) => [id, serial]));
}

/** One write of one of four kinds, and its acknowledgement told as soon as the store gives it. */
async function writeOnce(serial: number, known: string[], chance: () => number): Promise<void> {
  const kind = known.length < 30 ? 0 : chance();
  const some = (count: number): string[] => {
    const first = Math.floor(chance() * (known.length - count));
    return known.slice(first, first + count);
  };
  if (kind < 0.45) {
    const made = await here().create('people', person(serial));
    await tell([made.id], serial);
    known.push(made.id);
  } else if (kind < 0.75) {
    const [id = ''] = some(1);
    await here().change('people', id, { notes: String(serial) });
    await tell([id], serial);
  } else if (kind < 0.9) {
    const made = await here().createMany('people', Array.from({ length: 60 }, () => person(serial)));
    await tell(made.map(({ id }) => id), serial);
    known.push(...made.map(({ id }) => id));
  } else {
    const ids = some(20);
    await here().changeMany('people', ids, { notes: String(serial) });
    await tell(ids, serial);
  }
}

globalThis.writer = {
  async open(access) {
    const given = access ?? { id: randomToken(20), device: newRecordId('device'), keys: await newChapterKeys() };
    chapter = await openRecords({
      ...given,
      user: { id: 'user:kill', name: '' },
      adapter: 'idb',
      onFailure: (problem) => {
        throw problem;
      },
    });
    return given;
  },

  openedFrom: () => here().openedFrom,

  async read() {
    const people = await here().collections.people.find().exec();
    const half = Math.floor(people.length / 2);
    knownOf[0].splice(0, Infinity, ...people.slice(0, half).map(({ id }) => id));
    knownOf[1].splice(0, Infinity, ...people.slice(half).map(({ id }) => id));
    return people.map((found) => [found.id, Number(found.notes ?? 0)]);
  },

  write(from, chances, withSnapshot) {
    let serial = from;
    let at = 0;
    const chance = (): number => chances[(at += 1) % chances.length] ?? 0;
    const forever = async (known: string[]): Promise<never> => {
      for (;;) await writeOnce((serial += 1), known, chance);
    };
    for (const known of knownOf) void forever(known);
    if (!withSnapshot) return;
    void (async () => {
      for (;;) {
        void globalThis.snapshotBegins();
        await here().writeSnapshot();
      }
    })();
  },
};
