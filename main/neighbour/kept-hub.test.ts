import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KeptHub } from './kept-hub.ts';
import type { HubProcess, ToHub } from './messages.ts';

/** A process that is driven by the test: what it was told, and how it answers and ends. */
class DrivenProcess implements HubProcess {
  readonly told: ToHub[] = [];
  killed = false;
  #exit: (() => void)[] = [];
  #hear: (message: unknown) => void = () => undefined;
  send(message: unknown): void {
    this.told.push(message as ToHub);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#hear = listener;
  }
  onExit(listener: () => void): void {
    this.#exit.push(listener);
  }
  kill(): void {
    this.killed = true;
    this.end();
  }
  say(message: unknown): void {
    this.#hear(message);
  }
  ready(port: number): void {
    this.say({ kind: 'ready', port, hub: 'a'.repeat(32) });
    this.say({ kind: 'done', n: this.told.at(-1)?.n });
  }
  end(): void {
    for (const listener of this.#exit.splice(0)) listener();
  }
}

const START = { kind: 'start' as const, data: '/x', host: '127.0.0.1', port: 0, multicast: {}, chapters: [] };
let processes: DrivenProcess[] = [];
let hub: KeptHub;
beforeEach(() => {
  vi.useFakeTimers();
  processes = [];
  const spawn = (): HubProcess => {
    const made = new DrivenProcess();
    processes.push(made);
    return made;
  };
  hub = new KeptHub(spawn, () => START, () => undefined);
});
afterEach(() => {
  vi.useRealTimers();
});
const last = (): DrivenProcess => processes.at(-1)!;

test('runs once, however often it is asked, and is known when it listens', async () => {
  const running = hub.run();
  await hub.run();
  expect(hub.now).toBeNull();
  last().ready(5986);
  await running;
  expect([processes.length, hub.now, hub.problem]).toEqual([1, { port: 5986, hub: 'a'.repeat(32) }, null]);
});

test('is started again after one, two, four seconds … at most a minute, and after one again when it had run long', async () => {
  void hub.run();
  for (const pause of [1, 2, 4, 8, 16, 32, 60, 60]) {
    last().ready(1);
    const before = processes.length;
    last().end();
    expect(hub.problem).toBe('not-running');
    await vi.advanceTimersByTimeAsync(pause * 1000 - 1);
    expect(processes.length).toBe(before);
    await vi.advanceTimersByTimeAsync(1);
    expect(processes.length).toBe(before + 1);
  }
  last().ready(1);
  await vi.advanceTimersByTimeAsync(61_000);
  last().end();
  await vi.advanceTimersByTimeAsync(1000);
  expect(processes).toHaveLength(10);
});

test('says why it does not start, and answers those who wait for a process that ended', async () => {
  const running = hub.run();
  last().say({ kind: 'failed', problem: 'data-in-use' });
  last().end();
  await running;
  expect([hub.now, hub.problem]).toEqual([null, 'data-in-use']);
});

test('that it cannot announce itself is no reason not to run', () => {
  void hub.run();
  last().say({ kind: 'unannounced' });
  last().ready(1);
  expect([hub.now?.port, hub.problem]).toEqual([1, 'not-announced']);
});

test('ends when told, and is killed when it does not; then it stays ended', async () => {
  void hub.run();
  last().ready(1);
  const ending = hub.end();
  expect(last().told.at(-1)).toMatchObject({ kind: 'stop' });
  await vi.advanceTimersByTimeAsync(6000);
  await ending;
  expect(last().killed).toBe(true);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(processes).toHaveLength(1);
});

test.each([[null], [{ kind: 'ready' }], [{ kind: 'ready', port: 'x', hub: 'y' }], ['ready']])('does not believe what is no message: %j', (message) => {
  void hub.run();
  last().say(message);
  expect(hub.now).toBeNull();
});
