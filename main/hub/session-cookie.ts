import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Account } from './accounts-file.ts';

/** A session ends ten minutes after its last renewal, as CouchDB's does. */
export const SESSION_SECONDS = 600;
/** Renewed only once a tenth of its time is over, so that not every answer carries a new cookie. */
const RENEW_AFTER_SECONDS = SESSION_SECONDS / 10;
const COOKIE = 'AuthSession';

/** The `Set-Cookie` text of a session begun at `now` (milliseconds); the account's salt is signed, so a new password ends it. */
export function sessionCookie(account: Account, secret: string, now: number): string {
  const time = Math.floor(now / 1000).toString(16);
  const signature = Buffer.from(sign(account, time, secret)).toString('base64url');
  const value = Buffer.from(`${account.name}:${time}:${signature}`).toString('base64url');
  const expires = new Date(now + SESSION_SECONDS * 1000).toUTCString();
  return `${COOKIE}=${value}; Version=1; Expires=${expires}; Max-Age=${SESSION_SECONDS}; Path=/; HttpOnly; SameSite=Strict`;
}

/** The `Set-Cookie` text that ends a session. */
export const NO_SESSION_COOKIE = `${COOKIE}=; Version=1; Max-Age=0; Path=/; HttpOnly; SameSite=Strict`;

/** What a request's cookie claims, before it is checked; null when there is none or it is not one of ours. */
export interface SessionClaim {
  readonly name: string;
  readonly time: string;
  readonly signature: Uint8Array;
}

/** Reads the session out of a `Cookie` header. */
export function sessionClaim(header: string | undefined): SessionClaim | null {
  const value = /(?:^|;\s*)AuthSession="?([A-Za-z0-9_-]{1,400})"?(?:;|$)/.exec(header ?? '')?.[1];
  if (value === undefined) return null;
  const [name, time, signature, ...more] = Buffer.from(value, 'base64url').toString('utf8').split(':');
  if (!name || !time || !signature || more.length > 0 || !/^[0-9a-f]{1,10}$/.test(time)) return null;
  return { name, time, signature: new Uint8Array(Buffer.from(signature, 'base64url')) };
}

/** 'no' when the claim is false or over, 'renew' when it is good and worth a new cookie. `now` in milliseconds. */
export function judgeSession(claim: SessionClaim, account: Account, secret: string, now: number): 'no' | 'good' | 'renew' {
  const expected = sign(account, claim.time, secret);
  if (claim.signature.length !== expected.length || !timingSafeEqual(claim.signature, expected)) return 'no';
  const age = now / 1000 - parseInt(claim.time, 16);
  if (age < -RENEW_AFTER_SECONDS || age > SESSION_SECONDS) return 'no';
  return age > RENEW_AFTER_SECONDS ? 'renew' : 'good';
}

function sign(account: Account, time: string, secret: string): Uint8Array {
  const signed = JSON.stringify([account.name, time, account.password.salt]);
  return new Uint8Array(createHmac('sha256', secret).update(signed).digest());
}
