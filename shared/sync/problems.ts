import { PEER_PROBLEMS } from '../host.ts';

/** The closed list of what can hinder an exchange (design §7); each has a sentence and an action in `sync:problem`. */
export const SYNC_PROBLEMS = [
  ...PEER_PROBLEMS,
  /** Nothing moved for a minute, although the line stood. */
  'stalled',
  /** The server failed by itself (5xx). */
  'server-trouble',
  /** The disk of this PC has no room for what arrives. */
  'this-pc-full',
  /** This PC's own database did not do what was asked of it. */
  'this-pc-trouble',
] as const;
export type SyncProblem = (typeof SYNC_PROBLEMS)[number];

/** `passes`: the exchange goes on by itself after a pause. `needs-you`: nothing helps but what a person does. */
export type Severity = 'passes' | 'needs-you';

const SEVERITY: Readonly<Record<SyncProblem, Severity>> = {
  'no-peer': 'needs-you',
  'no-network': 'passes',
  'captive-portal': 'needs-you',
  'wrong-password': 'needs-you',
  'not-allowed': 'needs-you',
  'server-full': 'needs-you',
  'too-large': 'needs-you',
  clock: 'needs-you',
  'damaged-answer': 'passes',
  busy: 'passes',
  stalled: 'passes',
  'server-trouble': 'passes',
  'this-pc-full': 'needs-you',
  'this-pc-trouble': 'needs-you',
};

/** Whether a problem passes by itself or waits for a person. */
export function severityOf(problem: SyncProblem): Severity {
  return SEVERITY[problem];
}

/** True for a text of the closed list, as an answer of the proxy or a kept record carries it. */
export function isSyncProblem(value: unknown): value is SyncProblem {
  return typeof value === 'string' && (SYNC_PROBLEMS as readonly string[]).includes(value);
}

/** An exchange, or a request of it, that ended for one of the known reasons. */
export class SyncTrouble extends Error {
  readonly problem: SyncProblem;
  /** Ms that the peer asked to be left alone (Retry-After); null when it did not. */
  readonly waitMs: number | null;

  constructor(problem: SyncProblem, waitMs: number | null = null, options?: ErrorOptions) {
    super(`sync: ${problem}`, options);
    this.problem = problem;
    this.waitMs = waitMs;
  }
}
