import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { utilityHub, type UtilityProcesses } from './utility-hub.ts';

class FakeProcess extends EventEmitter {
  readonly posted: unknown[] = [];
  killed = 0;
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  kill(): boolean {
    this.killed += 1;
    return this.emit('exit');
  }
}

test('starts the bundle as a utility process, and passes messages both ways until it ends', () => {
  const started: unknown[] = [];
  const child = new FakeProcess();
  const processes: UtilityProcesses = { fork: (...given) => (started.push(given), child) };
  const hub = utilityHub(processes, '/built/neighbour.cjs')();
  expect(started).toEqual([['/built/neighbour.cjs', [], { stdio: 'ignore', serviceName: 'Convoca' }]]);
  const heard: unknown[] = [];
  hub.onMessage((message) => heard.push(message));
  hub.onExit(() => heard.push('exit'));
  hub.send({ kind: 'stop' });
  child.emit('message', { kind: 'ready' });
  hub.kill();
  hub.send({ kind: 'offer' });
  expect([child.posted, heard, child.killed]).toEqual([[{ kind: 'stop' }], [{ kind: 'ready' }, 'exit'], 1]);
});
