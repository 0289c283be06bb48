// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { newTestHost } from '../../shared/store/test-host.ts';
import { SYNC_PROBLEMS, severityOf } from '../../shared/sync/problems.ts';
import type { PeerStatus } from '../../shared/sync/status.ts';
import { LANGUAGES, translator } from '../../shared/words/translate.ts';
import { HostProvider } from '../app/host.tsx';
import { LanguageProvider } from '../app/language.tsx';
import { LookProvider } from '../app/look.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { neighbourStatus, serverStatus } from './status-examples.ts';

afterEach(cleanup);

function show(lang: 'es' | 'en', status: PeerStatus): { readonly again: ReturnType<typeof vi.fn>; readonly connection: ReturnType<typeof vi.fn>; readonly text: string } {
  const [again, connection] = [vi.fn(), vi.fn()];
  const shown = render(
    <HostProvider host={newTestHost()}>
      <LanguageProvider first={lang}>
        <LookProvider>
          <ProblemNotice status={status} onAgain={again} onConnection={connection} />
        </LookProvider>
      </LanguageProvider>
    </HostProvider>,
  );
  return { again, connection, text: shown.container.textContent };
}

describe.each(LANGUAGES)('in %s', (lang) => {
  const t = translator(lang, 'sync');
  test.each(SYNC_PROBLEMS)('%s says what happened, and has one thing to press', (problem) => {
    const { again, connection, text } = show(lang, serverStatus({ problem }));
    const peer = t('connection.labelDefault');
    expect(text).toContain(t(`problem.${problem}`, { peer }));
    expect(text).not.toMatch(/\{\{|problem\./);
    // What needs a person is read out at once; what passes waits for a pause.
    expect(screen.getByRole(severityOf(problem) === 'passes' ? 'status' : 'alert')).toBeTruthy();
    screen.getByRole('button').click();
    const focus = problem === 'wrong-password' ? 'password' : problem === 'no-peer' || problem === 'not-allowed' ? 'address' : null;
    if (focus === null) expect([again.mock.calls.length, connection.mock.calls.length]).toEqual([1, 0]);
    else expect(connection.mock.calls).toEqual([[focus]]);
  });

  test.each(SYNC_PROBLEMS)('%s with a neighbour’s PC is nothing to call headquarters for, unless it is this PC', (problem) => {
    const { text } = show(lang, neighbourStatus({ problem }));
    expect(text).not.toMatch(/\{\{|problem\.|neighbourProblem/i);
    if (!problem.startsWith('this-pc')) expect(text).not.toContain(t('connection.labelDefault'));
  });
});

test('no problem, no notice', () => {
  expect(show('en', serverStatus({})).text).toBe('');
});
