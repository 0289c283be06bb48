import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { compare, median, row, time } from './figures.ts';
import type { StoredRecord } from './page/side.ts';
import { hostsOf, type Run } from './store-parts.ts';

/** Records of the small chapter in which one record is edited, so that what the edits add can be seen on the disk. */
const SMALL = 1_000;
const EDITS = 1_000;

interface Growth {
  readonly times: readonly number[];
  readonly diskBefore: number;
  readonly diskAfter: number;
  readonly before: StoredRecord | null;
  readonly after: StoredRecord | null;
}

/** What 1,000 edits of one record cost: bytes of the database's folder while no browser runs, the stored record, and time. */
export async function measureGrowth({ browser }: Run, prepare: (hosts: readonly string[], count: number) => Promise<void>): Promise<void> {
  await prepare(['convoca', 'dexie'], SMALL);
  const grow = async (host: string): Promise<Growth> => {
    await browser.restart();
    const diskBefore = bytesIn(browser.storeOf(host));
    const grown = await browser.visit(host, async (visit) => {
      await visit.ask('open', []);
      const before = await visit.ask('stored', []);
      const times = await visit.ask('edits', [EDITS], 'edits');
      const after = await visit.ask('stored', []);
      await visit.ask('close', []);
      return { before, times, after };
    });
    await browser.restart();
    return { ...grown, diskBefore, diskAfter: bytesIn(browser.storeOf(host)) };
  };
  const hosts = hostsOf(SMALL);
  const convoca = await grow(hosts.convoca);
  const dexie = await grow(hosts.dexie);
  const disk = ({ diskBefore, diskAfter }: Growth): string => `${kilobytes(diskBefore)} → ${kilobytes(diskAfter)}`;
  const ends = ({ times }: Growth): readonly [number, number] => [median(times.slice(0, 50)), median(times.slice(-50))];
  const [first, last] = ends(convoca);
  const [dexieFirst, dexieLast] = ends(dexie);
  const of = `${EDITS.toLocaleString('en-US')} edits of one record`;
  row(`${of}: database of ${SMALL.toLocaleString('en-US')} records on the disk`, disk(convoca), `Dexie: ${disk(dexie)}`);
  row(`${of}: its stored body`, `${kilobytes(convoca.before?.bytes ?? 0)} → ${kilobytes(convoca.after?.bytes ?? 0)}`);
  row(`${of}: revisions in its tree`, `${String(convoca.before?.revisions)} → ${String(convoca.after?.revisions)}`);
  row(`${of}: the first 50 saves → the last 50`, `${time(first)} → ${time(last)}`, `Dexie: ${time(dexieFirst)} → ${time(dexieLast)}`);
  compare(`${of}: the last 50 saves, median`, [{ convoca: last, dexie: dexieLast }], null);
}

function bytesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toLocaleString('en-US', { maximumFractionDigits: bytes < 100 * 1024 ? 1 : 0 })} KB`;
}
