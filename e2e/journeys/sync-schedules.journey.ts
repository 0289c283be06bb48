import { expect, test } from '@playwright/test';
import { openCouchPeer } from '../sync-schedules/couch-peer.ts';
import { startHubPeer } from '../sync-schedules/hub-peer.ts';
import { runSchedule, type RanSchedule } from '../sync-schedules/run-schedule.ts';
import { scheduleNumber } from '../sync-schedules/schedule.ts';
import { serveOffices } from '../sync-schedules/served-offices.ts';
import { StagedBrowser, type Stage } from '../sync-schedules/world.ts';

/**
 * Random schedules of three offices with the real store and session in a real browser, over lines on which everything
 * goes wrong, with the real sync proxy and the real hub's process; with `COUCHDB_URL` with that CouchDB in the hub's
 * place. Timers of sessions, proxy and lines run twenty times faster than life; nothing else is simulated.
 * Printed with every run; give the seed again in CONVOCA_SYNC_SEED for the same schedules (the machine's own pace stays
 * its own), and CONVOCA_SYNC_ONLY for one of them with all that happened in it.
 */
const SEED = Number(process.env['CONVOCA_SYNC_SEED'] ?? Date.now() % 1_000_000);
const ONLY = process.env['CONVOCA_SYNC_ONLY'];
const COUCHDB_URL = process.env['COUCHDB_URL'];

async function runAll(numbers: readonly number[]): Promise<void> {
  const peer = COUCHDB_URL === undefined ? await startHubPeer() : openCouchPeer(COUCHDB_URL);
  const served = await serveOffices();
  const browser = new StagedBrowser();
  const stage: Stage = { peer, served, browser };
  console.log(`sync schedules: seed ${String(SEED)}, ${String(numbers.length)} schedules with ${peer.kind === 'hub' ? 'the hub' : 'CouchDB'}`);
  const began = Date.now();
  const all: RanSchedule[] = [];
  try {
    for (const number of numbers) {
      const ran = await runSchedule(stage, scheduleNumber(SEED, number));
      all.push(ran);
      const told = `schedule ${String(number)} of seed ${String(SEED)}:\n${ran.trace.join('\n')}\n${ran.failure ?? ''}`;
      if (ONLY !== undefined) console.log(told);
      expect(ran.failure, told).toBeNull();
    }
  } finally {
    await browser.close();
    served.close();
    await peer.stop();
  }
  print(all, Date.now() - began);
}

function print(all: readonly RanSchedule[], ms: number): void {
  const sum = (of: (ran: RanSchedule) => number): number => all.reduce((total, ran) => total + of(ran), 0);
  const faults = new Map<string, number>();
  for (const ran of all) for (const [fault, times] of ran.faults) faults.set(fault, (faults.get(fault) ?? 0) + times);
  const statuses = sum(({ statuses: shown }) => shown);
  const acknowledged = sum((ran) => ran.acknowledged);
  console.log(`sync schedules: ${String(all.length)} in ${String(Math.round(ms / 1000))} s: ${String(acknowledged)} acknowledged, 0 lost; ${String(statuses)} statuses, none false; at most ${String(Math.max(...all.map(({ rounds }) => rounds)))} rounds to the end`);
  console.log(`sync schedules: ${[...faults].sort(([, a], [, b]) => b - a).map(([fault, times]) => `${fault} ${String(times)}`).join(', ')}`);
  expect(statuses).toBeGreaterThan(all.length * 5);
  expect(acknowledged).toBeGreaterThan(all.length * 20);
}

test('twenty random schedules of three offices in a browser: all end equal, nothing acknowledged is lost, and no status says safe of what is not', async () => {
  test.setTimeout(1_800_000);
  await runAll(ONLY === undefined ? Array.from({ length: 20 }, (_one, at) => at) : [Number(ONLY)]);
});

test('two hundred random schedules of three offices in a browser @long', async () => {
  test.setTimeout(7_200_000);
  await runAll(Array.from({ length: 200 }, (_one, at) => 20 + at));
});
