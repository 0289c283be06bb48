import type { Chance } from './chance.ts';
import type { Answered, Carried } from './simulated-hub.ts';
import { mangled, type Mangling } from './mangle.ts';

/** Who answers at the other end, null while nobody does: a simulated hub, or a real one. */
export interface Answering {
  answer(request: Carried): Promise<Answered | null>;
}

/** The time that a line takes: virtual, or real and shortened. */
export interface LineTime {
  pass(ms: number): Promise<void>;
  after(ms: number, call: () => void): unknown;
}

/** How a line is at present. */
export type LineState =
  | { readonly is: 'good' }
  /** Nobody can be reached. */
  | { readonly is: 'down' }
  /** Connected to nobody: requests are never answered. */
  | { readonly is: 'half-open' }
  /** One way: requests arrive, answers do not. */
  | { readonly is: 'deaf' }
  /** A sign-in page of a hotel or library answers everything. */
  | { readonly is: 'portal'; readonly redirects: boolean }
  /** The peer, or what stands before it, refuses everything. */
  | { readonly is: 'refusing'; readonly status: number }
  /** Larger requests are refused. */
  | { readonly is: 'narrow'; readonly bytes: number }
  /** So much of all requests goes wrong, in one way or another. */
  | { readonly is: 'flaky'; readonly share: number }
  /** 256 kbit/s, and so much of all requests is lost. */
  | { readonly is: 'slow'; readonly share: number };

/** Thrown where a request fails by what lies between: `reset` at once, `silence` after the proxy's minute. */
export class LineFailure extends Error {}

const FLAWS: Readonly<Record<'lost' | 'answer-lost' | 'refused' | 'twice' | 'late-again' | Mangling, number>> = {
  lost: 3,
  'answer-lost': 3,
  refused: 4,
  truncated: 2,
  reordered: 3,
  repeated: 2,
  stale: 1,
  twice: 2,
  'late-again': 2,
};
const REFUSALS = [401, 403, 413, 429, 500, 502, 503] as const;
const PROXY_IDLE_MS = 60_000;

export type FaultName = LineState['is'] | keyof typeof FLAWS | `status ${string}` | 'hub down';

/** The way between one office's PC and one peer. */
export class Line {
  readonly hub: Answering;
  readonly #time: LineTime;
  readonly #note: (fault: FaultName) => void;
  #chance: Chance;
  #state: LineState = { is: 'good' };
  readonly #answered = new Map<string, Answered>();

  constructor(hub: Answering, time: LineTime, chance: Chance, note: (fault: FaultName) => void) {
    this.hub = hub;
    this.#time = time;
    this.#chance = chance;
    this.#note = note;
  }

  get state(): LineState['is'] {
    return this.#state.is;
  }

  become(state: LineState, chance: Chance): void {
    this.#state = state;
    this.#chance = chance;
  }

  /** Takes a request over and its answer back. Rejects with {@link LineFailure}; may never answer, if it may hang. */
  async carry(request: Carried, mayHang: boolean): Promise<Answered> {
    const state = this.#state;
    const silence = (): Promise<never> => this.#silence(mayHang);
    await this.#time.pass(this.#delay(state, request.body?.length ?? 0));
    switch (state.is) {
      case 'good':
        return this.#ask(request);
      case 'down':
        this.#note('down');
        throw new LineFailure('down');
      case 'half-open':
        this.#note('half-open');
        return silence();
      case 'deaf':
        this.#note('deaf');
        await this.#ask(request);
        return silence();
      case 'portal':
        this.#note('portal');
        return state.redirects ? answer(302, 'text/html', '') : answer(200, 'text/html', '<html><body>Sign in to use the network</body></html>');
      case 'refusing':
        return this.#refuse(state.status);
      case 'narrow':
        if ((request.body?.length ?? 0) > state.bytes) return this.#refuse(413);
        return this.#ask(request);
      case 'flaky':
        return this.#chance.happens(state.share) ? this.#flawed(request, silence) : this.#ask(request);
      case 'slow': {
        if (this.#chance.happens(state.share)) {
          this.#note('slow');
          return silence();
        }
        const answered = await this.#ask(request);
        await this.#time.pass(this.#delay(state, answered.body.length));
        return answered;
      }
    }
  }

  async #flawed(request: Carried, silence: () => Promise<never>): Promise<Answered> {
    const flaw = this.#chance.weighed(FLAWS);
    this.#note(flaw);
    switch (flaw) {
      case 'lost':
        return silence();
      case 'answer-lost':
        await this.#ask(request);
        if (this.#chance.happens(0.5)) throw new LineFailure('reset');
        return silence();
      case 'refused':
        return this.#refuse(this.#chance.of(REFUSALS));
      case 'twice': {
        const [, second] = [await this.#ask(request), await this.#ask(request)];
        return second;
      }
      case 'late-again':
        this.#time.after(this.#chance.whole(1_000, 3_600_000), () => void this.hub.answer(request));
        return this.#ask(request);
      case 'truncated':
      case 'reordered':
      case 'repeated':
      case 'stale': {
        const earlier = this.#answered.get(`${request.method} ${request.path}`);
        return mangled(flaw, await this.#ask(request), earlier, this.#chance);
      }
    }
  }

  async #ask(request: Carried): Promise<Answered> {
    const answered = await this.hub.answer(request);
    if (answered === null) {
      this.#note('hub down');
      throw new LineFailure('reset');
    }
    if (request.method === 'GET') this.#answered.set(`${request.method} ${request.path}`, answered);
    return answered;
  }

  #refuse(status: number): Answered {
    this.#note(`status ${String(status)}`);
    const after: Record<string, string> = status === 429 || status === 503 ? { 'retry-after': String(this.#chance.whole(1, 120)) } : {};
    const refusal = answer(status, 'application/json', '{"error":"refused","reason":"not now"}');
    return { ...refusal, headers: { ...refusal.headers, ...after } };
  }

  /** Half of all silences are ended by the proxy; the others, as of a PC that slept, never. */
  async #silence(mayHang: boolean): Promise<never> {
    if (mayHang && this.#chance.happens(0.5)) return new Promise<never>(() => undefined);
    await this.#time.pass(PROXY_IDLE_MS);
    throw new LineFailure('silence');
  }

  #delay(state: LineState, bytes: number): number {
    const usual = this.#chance.whole(10, 200);
    return state.is === 'slow' ? usual * 4 + (bytes * 8) / 256 : usual;
  }
}

function answer(status: number, type: string, body: string): Answered {
  return { status, headers: { 'content-type': type }, body };
}
