import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { missing, tooMany } from '../hub/couch-error.ts';
import { OFFER_PATH } from './wire.ts';

/** A person types six words while the other reads them out; nobody needs longer. */
export const OFFER_MS = 30 * 60_000;
/** Everybody who downloads it may guess words at home; those who were told them need it a few times at most. */
const MOST_DOWNLOADS = 20;
const MOST_AN_ADDRESS = 5;

/**
 * The one sealed invitation that this PC may offer on its network (design §7). Whoever is on the network can fetch it a
 * few times; its six words, behind Argon2id, are what opens it.
 */
export class Offer {
  #now: () => number;
  #current: { readonly id: string; readonly invitation: string; readonly until: number; readonly downloads: Map<string, number> } | null = null;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Offers it (base64url) in place of an earlier one. */
  begin(invitation: string): void {
    this.#current = { id: randomBytes(12).toString('base64url'), invitation, until: this.#now() + OFFER_MS, downloads: new Map() };
  }

  end(): void {
    this.#current = null;
  }

  /** What is announced of it: a random id, or null when nothing is offered. */
  get id(): string | null {
    if (this.#current !== null && this.#current.until < this.#now()) this.#current = null;
    return this.#current?.id ?? null;
  }

  routes(app: FastifyInstance): void {
    app.get(`${OFFER_PATH}/:offer`, (request) => {
      const asked = (request.params as { offer: string }).offer;
      if (this.id === null || asked !== this.id || this.#current === null) throw missing();
      const { downloads, invitation } = this.#current;
      const all = [...downloads.values()].reduce((sum, count) => sum + count, 0);
      const from = downloads.get(request.ip) ?? 0;
      if (all >= MOST_DOWNLOADS || from >= MOST_AN_ADDRESS) throw tooMany();
      downloads.set(request.ip, from + 1);
      return { invitation };
    });
  }
}
