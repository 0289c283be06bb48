/** All time of the session goes through this, so that a simulation can let weeks pass at once. */
export interface SyncClock {
  /** Ms since 1970 as this PC believes; it is only shown and decides nothing (design §4). */
  now(): number;
  /** Calls once after so many ms, measured as time passes and not by the clock on the wall; the answer ends it. */
  after(ms: number, call: () => void): () => void;
}

export const realClock: SyncClock = {
  now: () => Date.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** What the clock says, as an ISO text. */
export function isoNow(clock: SyncClock): string {
  return new Date(clock.now()).toISOString();
}
