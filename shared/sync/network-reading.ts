import { SERVER_PEER, SYNC_PREFIX } from '../host.ts';
import { networkFigures, type NetworkFigures } from './chapter-list.ts';
import type { SyncClock } from './clock.ts';
import { NETWORK_DATABASE } from './contact.ts';
import type { PeerWire } from './peer-fetch.ts';
import { SyncTrouble, type SyncProblem } from './problems.ts';
import { readAnswer } from './read-answer.ts';
import { troubleOfAnswer } from './trouble-of-answer.ts';

/** Ms that the list may take; it is a few kilobytes. */
const PATIENCE = 45_000;

/** From the titles of chapters to the last contact; nothing else lies between. */
const RANGE = new URLSearchParams({ include_docs: 'true', startkey: '"chapter:"', endkey: '"contact:\ufff0"' }).toString();

/** Why there is no list: what hinders any exchange, or a server that keeps none. */
export type ListProblem = SyncProblem | 'no-list';

export type ReadNetwork = { readonly figures: NetworkFigures; readonly problem: null } | { readonly figures: null; readonly problem: ListProblem };

/** Asks headquarters' server how the chapters are doing, with this PC's account for the network's database. Never rejects. */
export async function readNetwork(wire: PeerWire, clock: SyncClock): Promise<ReadNetwork> {
  const ending = new AbortController();
  const end = clock.after(PATIENCE, () => ending.abort());
  try {
    const answer = await wire.fetch(`${wire.origin}${SYNC_PREFIX}${SERVER_PEER}/${NETWORK_DATABASE}/_all_docs?${RANGE}`, { signal: ending.signal });
    const read = await readAnswer(answer, () => undefined);
    const trouble = troubleOfAnswer(read, clock.now());
    if (trouble) return { figures: null, problem: trouble.problem };
    if (read.status === 404) return { figures: null, problem: 'no-list' };
    const said = Date.parse(answer.headers.get('date') ?? '');
    const figures = networkFigures(read.json, new Date(Number.isNaN(said) ? clock.now() : said).toISOString());
    return figures ? { figures, problem: null } : { figures: null, problem: 'damaged-answer' };
  } catch (problem) {
    return { figures: null, problem: problem instanceof SyncTrouble ? problem.problem : 'no-network' };
  } finally {
    end();
  }
}
