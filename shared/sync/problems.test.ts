import { expect, test } from 'vitest';
import { isSyncProblem, severityOf, SYNC_PROBLEMS, SyncTrouble } from './problems.ts';

test('what a line or a busy server does passes by itself; everything else needs a person', () => {
  const passing = ['no-network', 'damaged-answer', 'busy', 'stalled', 'server-trouble'];
  expect(SYNC_PROBLEMS.filter((problem) => severityOf(problem) === 'passes')).toEqual(passing);
  expect(SYNC_PROBLEMS.filter((problem) => severityOf(problem) === 'needs-you')).toEqual(SYNC_PROBLEMS.filter((problem) => !passing.includes(problem)));
});

test('only what is on the list is one of it', () => {
  expect(['busy', 'stalled', 'this-pc-full', 'trouble', '', 5, null, ['busy']].map(isSyncProblem)).toEqual([true, true, true, false, false, false, false, false]);
});

test('a trouble names its problem, and how long the peer wants to be left alone', () => {
  expect(new SyncTrouble('busy', 5_000)).toMatchObject({ problem: 'busy', waitMs: 5_000, message: 'sync: busy' });
  expect(new SyncTrouble('clock').waitMs).toBeNull();
});
