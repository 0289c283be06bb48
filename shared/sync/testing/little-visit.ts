import type { Host, PeerAnswer, PeerInfo } from '../../host.ts';
import { openPouch } from '../../store/pouch.ts';
import { Attempt } from '../attempt.ts';
import { Pace } from '../pace.ts';
import { PeerBook } from '../peer-book.ts';
import { PeerDatabase } from '../peer-database.ts';
import type { DeniedRecord } from '../status.ts';
import type { LogNote, VisitWork } from '../visit-work.ts';
import { CHAPTER } from './little-office.ts';
import type { LittlePeer } from './little-peer.ts';
import { TestClock } from './test-clock.ts';

const SERVER: PeerInfo = { id: 'server', kind: 'server', address: 'http://server.invalid', account: 'office', label: 'server' };
let visits = 0;

/** What one visit works with, over a little peer, for trying its steps by themselves. */
export interface LittleVisit {
  readonly work: VisitWork;
  readonly clock: TestClock;
  readonly notes: LogNote[];
  readonly counted: [DeniedRecord['direction'], number][];
  readonly activities: string[];
  letIn: () => number;
}

/** `probe`: what asking the peer answers; `book` and its database go on where another visit has left them. */
export async function littleVisit(peer: LittlePeer, given: { readonly probe?: PeerAnswer; readonly before?: LittleVisit } = {}): Promise<LittleVisit> {
  visits += 1;
  const pouch = given.before?.work.chapter.pouch ?? openPouch(`little-visit-${String(visits)}`, 'memory');
  const clock = given.before?.clock ?? new TestClock();
  const book = given.before?.work.book ?? (await PeerBook.open(pouch, SERVER, () => undefined));
  const database = `chapter-${CHAPTER}`;
  const attempt = new Attempt(clock);
  const line = { clock, signal: attempt.signal, moved: (allow?: number) => attempt.moved(allow) };
  const [notes, counted, activities]: [LogNote[], [DeniedRecord['direction'], number][], string[]] = [[], [], []];
  let letIn = 0;
  const work: VisitWork = {
    chapter: { id: CHAPTER, database, pouch, settled: () => Promise.resolve() },
    peers: { probe: () => Promise.resolve(given.probe ?? { ok: true, clockAhead: 0 }) } satisfies Pick<Host['sync'], 'probe'>,
    clock,
    book,
    pace: new Pace(),
    attempt,
    database: new PeerDatabase(SERVER, database, { origin: 'http://page.invalid', fetch: peer.fetch }, line),
    refusedBefore: new Set(book.kept.denied.map(({ id }) => id)),
    onLetIn: () => void (letIn += 1),
    onActivity: (activity) => void activities.push(activity),
    note: (note) => void notes.push(note),
    onCount: (direction, records) => void counted.push([direction, records]),
  };
  return { work, clock, notes, counted, activities, letIn: () => letIn };
}
