import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addSlot, type FreshAccount } from '../main/hub/account-making.ts';
import { call } from '../main/hub/testing/peer.ts';
import { pcDatabase, recordId, remoteDatabase, sealedRecord } from '../main/hub/testing/records.ts';
import { freePort, startHub } from './support/processes.ts';

/**
 * `npm run fifty:offices -- --offices 50 --records 1000`: as many PCs pull a chapter each from one hub process at the
 * same time; half of the chapters have two PCs. Prints times and memory; ends with 1 when one has not everything.
 */
const { values } = parseArgs({ options: { offices: { type: 'string', default: '50' }, records: { type: 'string', default: '1000' } } });
const [offices, records] = [Number(values.offices), Number(values.records)];
const ADMIN = /^ +admin +(\S{20})/;

const memory = (pid: number | undefined): number => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]) / 1024);
const part = (sorted: readonly number[], of: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0;

const data = mkdtempSync(path.join(tmpdir(), 'hub-fifty-'));
const port = await freePort();
const address = `http://127.0.0.1:${String(port)}`;
const chapters: { account: FreshAccount; database: string }[] = [];
for (let i = 0; i < Math.ceil(offices / 2); i += 1) {
  const [account] = (await addSlot(data, `Chapter ${String(i)}`, 2)) as [FreshAccount];
  chapters.push({ account, database: `chapter-${randomBytes(8).toString('hex')}` });
}
const hub = await startHub(['--port', String(port), '--data', data], ADMIN);
for (const { account, database } of chapters) {
  await call(address, account, 'PUT', `/${database}`);
  for (let done = 0; done < records; done += 500) {
    const docs = Array.from({ length: Math.min(500, records - done) }, () => sealedRecord(database, recordId(), randomBytes(450).toString('base64')));
    await call(address, account, 'POST', `/${database}/_bulk_docs`, { docs });
  }
}
const atFirst = memory(hub.process.pid);
let most = atFirst;
const watch = setInterval(() => (most = Math.max(most, memory(hub.process.pid))), 200);
const began = performance.now();
const times = await Promise.all(
  Array.from({ length: offices }, async (_, i) => {
    const { account, database } = chapters[i % chapters.length] ?? chapters[0] ?? { account: { name: '', password: '' }, database: '' };
    const pc = pcDatabase();
    await pc.replicate.from(remoteDatabase(address, database, account), { batch_size: 500 });
    const seconds = (performance.now() - began) / 1000;
    return { seconds, whole: (await pc.info()).doc_count === records };
  }),
);
clearInterval(watch);
const seconds = (performance.now() - began) / 1000;
await hub.stop();
rmSync(data, { recursive: true, force: true });
const sorted = times.map((one) => one.seconds).sort((a, b) => a - b);
const whole = times.filter((one) => one.whole).length;
console.log(`${String(offices)} offices pulled ${String(records)} records each in ${seconds.toFixed(1)} s (${String(Math.round((offices * records) / seconds))} records/s); an office p50 ${part(sorted, 0.5).toFixed(1)} s, p95 ${part(sorted, 0.95).toFixed(1)} s; hub ${String(atFirst)} MB at first, ${String(most)} MB at most; complete: ${String(whole)} of ${String(offices)}`);
process.exitCode = whole === offices ? 0 : 1;
