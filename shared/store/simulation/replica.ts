import memoryAdapter from 'pouchdb-adapter-memory';
import type { RecordCodec, OpenedRecord } from '../codec.ts';
import { FAMILIES, type Family } from '../families.ts';
import { openPouch, writeAll, type RecordPouch, type StoredDocument } from '../pouch.ts';
import { PouchDB } from '../replicating-pouch.ts';
import { settleLeaves } from '../settle-leaves.ts';
import { INVENTED_FAMILY } from './invented-family.ts';

PouchDB.plugin(memoryAdapter);

interface Options {
  readonly new_edits?: boolean;
}
type Request = readonly StoredDocument[] | (Options & { readonly docs: readonly StoredDocument[] });
type Answers = readonly { readonly id?: string; readonly rev?: string }[];
type BulkDocs = (request: Request, options: Options) => Promise<Answers>;
type Callback = (problem: unknown, answers?: Answers) => void;

/** A revision that was read at a replica, opened. */
export interface HeldRevision extends OpenedRecord {
  readonly id: string;
  readonly rev: string;
}

/** One PC of the simulation: a real database, the real codec, and merging as in the app. */
export class Replica {
  readonly codec: RecordCodec;
  readonly pouch: RecordPouch;
  /** Ids written here since {@link begin}, the reviews of merges among them. */
  readonly ids = new Set<string>();
  /** Revisions that were made here since then, not received. */
  made: { readonly id: string; readonly rev: string }[] = [];
  /** Records that something was received of and that were not merged since. */
  readonly #unsettled = new Set<string>();
  /** The revisions that stand in memory: what has arrived is seen only when it was merged. */
  readonly #inMemory = new Map<string, string>();
  /** The family that this PC's build knows of the records. */
  readonly family: Family;
  /** Told of every revision that is made here, when it is durable. */
  onMade: (documents: readonly StoredDocument[]) => void = () => undefined;
  /** Told of every revision that has come from elsewhere, when it is durable. */
  onReceived: (documents: readonly StoredDocument[]) => void = () => undefined;

  constructor(codec: RecordCodec, name: string, family: Family = INVENTED_FAMILY) {
    this.codec = codec;
    this.family = family;
    this.pouch = openPouch(name, 'memory');
    const bulkDocs = this.pouch.bulkDocs.bind(this.pouch) as unknown as BulkDocs;
    const noted = async (request: Request, options: Options): Promise<Answers> => {
      const answers = await bulkDocs(request, options);
      const documents = 'docs' in request ? request.docs : request;
      const isReceived = (options.new_edits ?? ('docs' in request ? request.new_edits : undefined)) === false;
      for (const { _id } of documents) this.ids.add(_id);
      if (isReceived) {
        for (const { _id } of documents) this.#unsettled.add(_id);
        this.onReceived(documents);
        return answers;
      }
      const made = answers.flatMap(({ id, rev }) => (id !== undefined && rev !== undefined ? [{ id, rev }] : []));
      this.made.push(...made);
      this.onMade(made.map(({ id, rev }) => ({ ...documents.find(({ _id }) => _id === id), _id: id, _rev: rev })));
      return answers;
    };
    // PouchDB's own parts call it in forms of their own.
    this.pouch.bulkDocs = ((request: Request, options: Options | Callback = {}, last?: Callback) => {
      const callback = typeof options === 'function' ? options : last;
      const answer = noted(request, typeof options === 'function' ? {} : options);
      if (callback) answer.then((answers) => callback(null, answers), callback);
      return answer;
    }) as unknown as RecordPouch['bulkDocs'];
  }

  /** Forgets what earlier runs wrote: each run has records of its own. */
  begin(): void {
    this.ids.clear();
    this.made = [];
    this.#unsettled.clear();
    this.#inMemory.clear();
  }

  /** What was written here is in memory. */
  remember({ _id, _rev }: StoredDocument): void {
    this.#inMemory.set(_id, _rev);
  }

  /** Ends this PC's program in the middle of whatever it does; another over the same database goes on with `next`. */
  kill(): void {
    this.onMade = this.onReceived = () => undefined;
    const never = (): void => undefined;
    const endless = { cancel: never };
    Object.assign(this.pouch, { _bulkDocs: never, _get: never, _allDocs: never, _info: never, _getLocal: never, _putLocal: never, _removeLocal: never, _getRevisionTree: never, _changes: () => endless });
  }

  /** A program that opens this PC's database after the one before it was killed. */
  next(name: string): Replica {
    const next = new Replica(this.codec, name, this.family);
    // What was not merged before is found at opening.
    for (const id of this.ids) {
      next.ids.add(id);
      next.#unsettled.add(id);
    }
    return next;
  }

  /** What was in memory is lost, as when the power fails. */
  crash(): void {
    this.#inMemory.clear();
  }

  /** True when a deed upon this record must wait for merging: the revision in memory is followed by another already. */
  async mustSettle(id: string): Promise<boolean> {
    if (!this.#unsettled.has(id)) return false;
    const rev = this.#inMemory.get(id);
    return rev === undefined || !(await this.leaves(id)).some((leaf) => leaf._rev === rev);
  }

  /** The record as a person sees it here, or null when it is not here or deleted. */
  async see(id: string): Promise<HeldRevision | null> {
    const stored = await this.stored(id);
    const opened = stored ? this.codec.open(id, stored) : null;
    return stored && opened ? { id, rev: stored._rev, ...opened } : null;
  }

  /** The stored document of what a person sees here. */
  async stored(id: string): Promise<StoredDocument | null> {
    const rev = this.#unsettled.has(id) ? this.#inMemory.get(id) : undefined;
    const stored = await this.pouch.get(id, rev === undefined ? {} : { rev }).catch(() => null);
    if (!stored || stored._deleted) return null;
    this.#inMemory.set(id, stored._rev);
    return stored;
  }

  /** How records of that id are merged at this PC. */
  familyOf(id: string): Family {
    return id.startsWith('review:') ? FAMILIES.office : this.family;
  }

  /** Writes documents as a person's deed does, in one go. */
  async write(documents: readonly object[]): Promise<void> {
    for (const answer of await writeAll(this.pouch, documents)) if (!answer.ok) throw new Error(`A write was refused: ${JSON.stringify(answer)}`);
  }

  /** All leaves of a record with their history of revisions. */
  async leaves(id: string): Promise<readonly StoredDocument[]> {
    const answers = (await this.pouch.get(id, { open_revs: 'all', revs: true }).catch(() => [])) as readonly { ok?: StoredDocument }[];
    return answers.flatMap(({ ok }) => ok ?? []);
  }

  /** Takes revisions as they are, in this order. */
  async receive(documents: readonly StoredDocument[]): Promise<void> {
    if (documents.length === 0) return;
    await writeAll(this.pouch, documents, { new_edits: false });
  }

  /** Merges what has arrived, as the app does on arrival and at opening; `around` is told of each record before and after. */
  async settle(around: (id: string, work: () => Promise<void>) => Promise<void>): Promise<void> {
    for (const id of [...this.#unsettled]) {
      // What arrives meanwhile is merged another time.
      this.#unsettled.delete(id);
      await around(id, () => settleLeaves(this.pouch, this.codec, this.familyOf(id), id));
    }
  }
}
