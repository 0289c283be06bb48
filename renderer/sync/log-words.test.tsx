// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { newTestHost } from '../../shared/store/test-host.ts';
import { SYNC_PROBLEMS } from '../../shared/sync/problems.ts';
import { FIRST_STATUS, GUARD_KINDS } from '../../shared/sync/status.ts';
import { LOG_STEPS, type LogLine } from '../../shared/sync/sync-log.ts';
import { LANGUAGES } from '../../shared/words/translate.ts';
import { HostProvider } from '../app/host.tsx';
import { LanguageProvider } from '../app/language.tsx';
import { useLogWords, usePeerLines } from './log-words.ts';
import { neighbourStatus, ownHubStatus, serverStatus } from './status-examples.ts';

afterEach(cleanup);

const AT = '2026-11-21T10:42:00Z';
const LINES: readonly LogLine[] = [
  ...LOG_STEPS.map((step) => ({ at: AT, peer: 'server', step, problem: 'busy', guard: 'mass-deletion', count: 7, sent: 2, received: 1, ms: 61_000 }) as const),
  ...SYNC_PROBLEMS.map((problem) => ({ at: AT, peer: 'here', step: 'trouble', problem }) as const),
  ...GUARD_KINDS.map((guard) => ({ at: AT, peer: 'pc-abcdefghijklmnop', step: 'guard', guard }) as const),
];

function Said() {
  const said = useLogWords();
  const peers = usePeerLines()({ ...FIRST_STATUS, peers: [ownHubStatus({}), neighbourStatus({ safeAt: null, waiting: 4 }), serverStatus({ waiting: 2 })] });
  return <pre>{[...peers, ...LINES.map(said).map(({ when, text }) => `${when} ${text}`)].join('\n')}</pre>;
}

describe.each(LANGUAGES)('in %s', (lang) => {
  const shown = (): string[] =>
    render(
      <HostProvider host={newTestHost()}>
        <LanguageProvider first={lang}>
          <Said />
        </LanguageProvider>
      </HostProvider>,
    ).container.textContent.split('\n');

  test('every line can be read out: words, numbers, no code and no name', () => {
    const lines = shown();
    expect(lines).toHaveLength(LINES.length + 3);
    for (const line of lines) {
      expect(line).not.toMatch(/\{\{|log\.|undefined|mass-deletion|other-chapter|captive|damaged-answer|this-pc/);
      for (const name of ['Oficina 2', 'records.example.org', 'durham-1', '192.168']) expect(line).not.toContain(name);
    }
    expect(new Set(lines).size).toBe(lines.length);
  });

  test('the server stands first, then the others, each by what it is', () => {
    const [first = '', second = '', third = ''] = shown();
    const [server, pc, here] = lang === 'es' ? ['Oficina central', 'Computadora', 'Lo que esta'] : ['Headquarters', 'Computer', 'This computer’s own hub'];
    expect([first, second, third].map((line) => line.split(':')[0])).toEqual([server, expect.stringContaining(here ?? ''), `${pc ?? ''} ABCD`]);
  });
});
