import type { Host } from '../host.ts';
import type { RecordPouch } from '../store/pouch.ts';
import type { Attempt } from './attempt.ts';
import { isoNow, type SyncClock } from './clock.ts';
import { withRefused, type Refusal } from './denied.ts';
import type { Pace } from './pace.ts';
import type { PeerBook } from './peer-book.ts';
import type { PeerDatabase } from './peer-database.ts';
import type { DeniedRecord } from './status.ts';
import type { LogLine } from './sync-log.ts';

/** What a session, or a simulation, needs of a chapter: an opened one has it. */
export interface SyncedChapter {
  /** Chapter id, without `chapter-`. */
  readonly id: string;
  /** `chapter-<id>`. */
  readonly database: string;
  readonly pouch: RecordPouch;
  /** Resolves when everything that has arrived is merged and what merging writes is written. */
  settled(): Promise<void>;
}

/** A line of the log before it is known when and with whom. */
export type LogNote = Pick<LogLine, 'step'> & Partial<LogLine>;

/** Everything that one exchange with one peer works with. */
export interface VisitWork {
  readonly chapter: SyncedChapter;
  readonly peers: Pick<Host['sync'], 'probe'>;
  readonly clock: SyncClock;
  readonly book: PeerBook;
  readonly pace: Pace;
  readonly attempt: Attempt;
  readonly database: PeerDatabase;
  /** Records that the peer had refused when this visit began. */
  readonly refusedBefore: ReadonlySet<string>;
  /** The peer knows this PC and answers as it should. */
  readonly onLetIn: () => void;
  readonly onActivity: (activity: DeniedRecord['direction'] | 'verifying') => void;
  /** Writes a line into the log. */
  readonly note: (line: LogNote) => void;
  /** So many records went through just now. */
  readonly onCount: (direction: DeniedRecord['direction'], records: number) => void;
}

/** Lists what was not taken; resolves when it is on the disk, before any checkpoint passes it. */
export function listRefused({ book, clock, note }: VisitWork, direction: DeniedRecord['direction'], refused: readonly Refusal[]): Promise<void> {
  note({ step: 'refused', count: refused.length });
  return book.update({ denied: [...withRefused(book.kept.denied, refused, direction, isoNow(clock))] });
}

/** PouchDB's local sequences are numbers. */
export async function sequenceOf(pouch: RecordPouch): Promise<number> {
  return Number((await pouch.info()).update_seq);
}
