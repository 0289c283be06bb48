import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who may use a running browser host: whoever opened the address it printed, from that very origin. */
export interface Gate {
  /** The secret of this run, in the fragment of the printed address: it is never sent when a page is asked for. */
  readonly key: string;
  /** A key for one use within a minute: what a browser is started with can be read by everyone on the computer. */
  keyForOnce(): string;
  /** Whether the request came to this host by its own name; another name means that a site points at this PC. */
  rightHost(request: IncomingMessage): boolean;
  /** Whether a page of this origin sent the request; a browser cannot be made to lie about it. */
  ownPage(request: IncomingMessage): boolean;
  /** Whether the request carries the cookie of this run. */
  letIn(request: IncomingMessage): boolean;
  /** The Set-Cookie for a right key; null for a wrong one. */
  unlock(key: string): string | null;
}

/** A gate with fresh secrets for the host at `127.0.0.1:port`. */
export function makeGate(port: number): Gate {
  const key = randomBytes(24).toString('base64url');
  const pass = randomBytes(24).toString('base64url');
  // Cookies do not tell ports apart: two offices on one machine need two names.
  const cookie = `convoca-${port}`;
  const host = `127.0.0.1:${port}`;
  const forOnce = new Map<string, number>();
  const takesOnce = (given: string): boolean => {
    const until = forOnce.get(given);
    forOnce.delete(given);
    return until !== undefined && Date.now() < until;
  };
  return {
    key,
    keyForOnce: () => {
      const made = randomBytes(24).toString('base64url');
      forOnce.set(made, Date.now() + 60_000);
      return made;
    },
    rightHost: (request) => request.headers.host === host,
    ownPage: ({ headers, method }) => {
      const site = headers['sec-fetch-site'];
      if (site !== undefined && site !== 'same-origin') return false;
      if (headers.origin !== undefined) return headers.origin === `http://${host}`;
      // Browsers leave the origin out of a page's own GET and HEAD only.
      return site === 'same-origin' || method === 'GET' || method === 'HEAD';
    },
    letIn: ({ headers }) => {
      const given = (headers.cookie ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${cookie}=`));
      return given !== undefined && isSame(given.slice(cookie.length + 1), pass);
    },
    unlock: (given) => (isSame(given, key) || takesOnce(given) ? `${cookie}=${pass}; HttpOnly; SameSite=Strict; Path=/` : null),
  };
}

/** Compares by digests, so that the time taken tells nothing of the secret, nor its length. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Uint8Array => new Uint8Array(createHash('sha256').update(text).digest());
  return timingSafeEqual(digest(one), digest(other));
}
