import { describe, expect, it } from 'vitest';
import type { Account } from './accounts-file.ts';
import { judgeSession, SESSION_SECONDS, sessionClaim, sessionCookie } from './session-cookie.ts';

const account: Account = { name: 'boston-1', kind: 'device', slot: 'boston', database: null, password: { n: 16384, r: 8, p: 1, salt: 's'.repeat(22), hash: 'h'.repeat(43) } };
const BEGUN = 1_764_000_000_000;
const claim = sessionClaim(`other=1; ${sessionCookie(account, 'secret', BEGUN)}`);
const after = (seconds: number, of: Account = account, secret = 'secret'): string => (claim === null ? 'unread' : judgeSession(claim, of, secret, BEGUN + seconds * 1000));

describe('a session', () => {
  it('lasts ten minutes and is renewed while it is used', () => {
    expect(after(5)).toBe('good');
    expect(after(SESSION_SECONDS - 1)).toBe('renew');
    expect(after(SESSION_SECONDS + 1)).toBe('no');
  });

  it('ends with a new password, another hub and a clock that was set back', () => {
    expect(after(5, { ...account, password: { ...account.password, salt: 't'.repeat(22) } })).toBe('no');
    expect(after(5, account, 'another secret')).toBe('no');
    expect(after(5, { ...account, name: 'boston-2' })).toBe('no');
    expect(after(-3600)).toBe('no');
  });

  it.each([undefined, '', 'AuthSession=', 'AuthSession=!!', `AuthSession=${Buffer.from('a:b').toString('base64url')}`, `AuthSession=${Buffer.from('a:zz:c').toString('base64url')}`])(
    'is not read from %j',
    (header) => {
      expect(sessionClaim(header)).toBeNull();
    },
  );
});
