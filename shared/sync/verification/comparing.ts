import type { RecordPouch } from '../../store/pouch.ts';
import { sequenceNumber } from '../peer-changed.ts';
import { leavesHere, leavesText, type LeavesText } from './leaves-here.ts';
import type { RemotePages } from './remote-pages.ts';

/** Where both sides stood at some moment. */
export interface Standing {
  /** Local sequence and number of living records. */
  readonly here: number;
  readonly countHere: number;
  /** The peer's, as it wrote it. */
  readonly there: string | number;
  readonly countThere: number;
}

/** Where both sides stand now. */
export async function standingNow(pouch: RecordPouch, remote: Pick<RemotePages, 'about'>): Promise<Standing> {
  const about = await remote.about();
  const info = await pouch.info();
  return { here: Number(info.update_seq), countHere: info.doc_count, there: about.updateSeq, countThere: about.count };
}

/** True where neither side has changed. A peer that names its sequence differently each time is simply compared again. */
export function isSameStanding(one: Standing, other: Standing): boolean {
  return one.here === other.here && one.countHere === other.countHere && one.there === other.there && one.countThere === other.countThere;
}

/**
 * How far a comparison has come. It is kept while requests fail, and given again to go on at the page where the line
 * broke; it does not outlive the program.
 */
export class CompareProgress {
  /** Where both sides stood at its beginning; null before that. */
  started: Standing | null = null;
  /** Peer's sequence up to which its changes were read. */
  since: string | number = 0;
  pagesDone = false;
  /** Records equal on both sides so far. */
  equal = 0;
  /** Leaves here that the peer has not named as its own yet: everything at first, at the end what differs. */
  here = new Map<string, LeavesText>();
  /** Leaves at the peer that are none here. */
  readonly there = new Map<string, readonly string[]>();

  /** Begins, or goes on where it was; anew when the peer is not where it was any more. */
  async begin(pouch: RecordPouch, remote: Pick<RemotePages, 'about'>, moved?: () => void): Promise<void> {
    const now = await standingNow(pouch, remote);
    if (this.started && sequenceNumber(now.there) >= sequenceNumber(this.started.there)) return;
    this.reset();
    this.here = await leavesHere(pouch, 0, moved);
    this.started = now;
  }

  /** Forgets everything. */
  reset(): void {
    this.started = null;
    this.since = 0;
    this.pagesDone = false;
    this.equal = 0;
    this.here.clear();
    this.there.clear();
  }

  /** One record of the peer. The last that it says of it counts: a record that changes meanwhile is named again. */
  note(id: string, revs: readonly string[]): void {
    const here = this.here.get(id);
    this.there.delete(id);
    if (here === leavesText(revs)) {
      this.here.delete(id);
      this.equal += 1;
      return;
    }
    this.there.set(id, revs);
  }
}
