import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addCoordinator, addSlot, type FreshAccount } from '../main/hub/account-making.ts';
import { fuzzHub } from '../main/hub/testing/fuzz-run.ts';
import { pcDatabase, recordId, remoteDatabase, sealedRecord } from '../main/hub/testing/records.ts';
import { freePort, startHub } from './support/processes.ts';

/** `npm run fuzz:hub -- --seed N --requests 100000`: spoiled requests against a real hub process; ends with 1 when it fails. */
const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, requests: { type: 'string', default: '100000' } } });
const [seed, requests] = [Number(values.seed), Number(values.requests)];

/** Megabytes that a process holds in memory; Linux only, elsewhere null. */
function megabytes(pid: number | undefined): number | null {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]) / 1024);
  } catch {
    return null;
  }
}

const data = mkdtempSync(path.join(tmpdir(), 'hub-fuzz-'));
const port = await freePort();
const ADMIN = /^ +admin +(\S{20})/;
const chapter = (): string => `chapter-${randomBytes(8).toString('hex')}`;
const [[device], [other], coordinator] = [await addSlot(data, 'Boston', 1), await addSlot(data, 'Fresno', 1), await addCoordinator(data, 'Rosa')] as [[FreshAccount], [FreshAccount], FreshAccount];
const hub = await startHub(['--port', String(port), '--data', data], ADMIN);
const admin: FreshAccount = { name: 'admin', password: ADMIN.exec(hub.line)?.[1] ?? '' };
const world = { address: `http://127.0.0.1:${String(port)}`, admin, device, other, coordinator, database: chapter(), others: chapter() };
const atFirst = megabytes(hub.process.pid);
let most = atFirst ?? 0;
const watch = setInterval(() => (most = Math.max(most, megabytes(hub.process.pid) ?? 0)), 250);
const began = Date.now();
const report = await fuzzHub(world, seed, requests);
clearInterval(watch);

const pc = pcDatabase();
await pc.bulkDocs(Array.from({ length: 200 }, () => sealedRecord(world.database, recordId(), 'after')));
const sent = await pc.replicate.to(remoteDatabase(world.address, world.database, device));
const back = await pcDatabase().replicate.from(remoteDatabase(world.address, world.database, device));
const replicates = sent.docs_written === 200 && back.ok && back.docs_written >= 200;
const alive = hub.process.exitCode === null && hub.process.signalCode === null;
await hub.stop();
rmSync(data, { recursive: true, force: true });

const seconds = Math.round((Date.now() - began) / 1000);
console.log(`seed ${String(seed)}, ${String(requests)} requests in ${String(seconds)} s; answers: ${[...report.statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${String(status)}: ${String(count)}`).join(', ')}; cut off: ${String(report.cutOff)}`);
console.log(`memory: ${String(atFirst)} MB at first, ${String(most)} MB at most; the hub ${alive ? 'still ran' : 'had ended'}; replication afterwards ${replicates ? 'works' : 'fails'}`);
for (const line of [...report.faults.slice(0, 20), ...report.leaks.slice(0, 20)]) console.log(line);
console.log(`faults: ${String(report.faults.length)}, unauthorised reads or writes: ${String(report.leaks.length)}`);
process.exitCode = alive && replicates && most < 1500 && report.faults.length + report.leaks.length === 0 ? 0 : 1;
