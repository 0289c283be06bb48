import { expect, test } from 'vitest';
import { FIRST_STATUS, type SyncStatus } from '../../shared/sync/status.ts';
import { readAddress } from './Connection.tsx';
import { moodOf } from './SyncStatus.tsx';

const SAFE: SyncStatus = { ...FIRST_STATUS, peer: 'headquarters', safeAt: '2026-11-22T10:42:00Z' };

test('"safe" is said only of what a peer has confirmed and while nothing waits', () => {
  expect(moodOf(SAFE, false)).toBe('safe');
  expect(moodOf({ ...SAFE, waiting: 1 }, false)).toBe('waiting');
  expect(moodOf({ ...SAFE, safeAt: null }, false)).toBe('waiting');
  expect(moodOf({ ...SAFE, problem: 'no-network' }, false)).toBe('problem');
  expect(moodOf({ ...SAFE, activity: 'sending' }, false)).toBe('busy');
  expect(moodOf(FIRST_STATUS, false)).toBe('notConnected');
  expect(moodOf(SAFE, true)).toBe('practice');
});

test('an address is read as people paste it, and refused when it is none or carries a password', () => {
  expect(readAddress(' https://records.example.org/ ')).toBe('https://records.example.org');
  expect(readAddress('http://127.0.0.1:5985')).toBe('http://127.0.0.1:5985');
  expect(readAddress('https://example.org/couch/')).toBe('https://example.org/couch');
  for (const wrong of ['records.example.org', 'ftp://example.org', 'https://', 'https://rosa:secret@example.org', 'https://example.org/?a=1', '']) {
    expect(readAddress(wrong), wrong).toBeNull();
  }
});
