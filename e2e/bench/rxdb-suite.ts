import { register } from 'node:module';
import type { RxStorage } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { getRxStoragePouch } from '../../shared/store/get-rx-storage-pouch.ts';

/**
 * RxDB's own performance suite in Node, for our storage on PouchDB's memory adapter and, as the measure, for RxDB's
 * memory storage, which keeps nothing: `npx tsx e2e/bench/rxdb-suite.ts [--runs 8] [--docs 3000]`. The suite takes the
 * best runs of all. The same in a browser, on IndexedDB and beside Dexie, is part of `npm run bench`.
 */

/** What the suite needs of two small packages that RxDB has for its own development only. */
const STAND_INS = {
  'async-test-util': `
    export const wait = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));
    export const randomString = (length = 5) => Array.from({ length }, () => Math.floor(Math.random() * 36).toString(36)).join('');`,
  clone: 'export default (value) => structuredClone(value);',
};

function dataUrl(code: string): string {
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

register(
  dataUrl(`
    const standIns = ${JSON.stringify(Object.fromEntries(Object.entries(STAND_INS).map(([name, code]) => [name, dataUrl(code)])))};
    export function resolve(name, context, next) {
      return standIns[name] ? { url: standIns[name], format: 'module', shortCircuit: true } : next(name, context);
    }`),
);

function numberAfter(flag: string, otherwise: number): number {
  const at = process.argv.indexOf(flag);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

const runs = numberAfter('--runs', 8);
const docsAmount = numberAfter('--docs', 3000);
const { runPerformanceTests } = await import('rxdb/plugins/test-utils');

/** Milliseconds by what was measured. */
async function measured(storage: RxStorage<unknown, unknown>, name: string): Promise<ReadonlyMap<string, number>> {
  const result = await runPerformanceTests(storage, name, { runs, docsAmount, waitBetweenTests: 10, log: false });
  return new Map(
    Object.entries(result).flatMap(([key, value]) => (typeof value === 'number' && !/Amount$/.test(key) ? [[key, value]] : [])),
  );
}

const measure = await measured(getRxStorageMemory(), 'memory');
const ours = await measured(getRxStoragePouch({ adapter: 'memory' }), 'pouch');
const row = (name: string, first: string, second: string, ratio: string): void =>
  console.log(`${name.padEnd(30)} ${first.padStart(10)} ${second.padStart(12)} ${ratio.padStart(8)}`);
console.log(`RxDB's performance suite, Node ${process.version}: ${String(docsAmount)} documents, best of ${String(runs)} runs, ms`);
row('', 'PouchDB', 'RxDB memory', 'ratio');
for (const [name, ms] of ours) {
  const other = measure.get(name) ?? Number.NaN;
  row(name, ms.toFixed(2), other.toFixed(2), (ms / other).toFixed(2));
}
