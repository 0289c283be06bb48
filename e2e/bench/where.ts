/** `npx tsx e2e/bench/where.ts FILE.cpuprofile`: where the time of a profile went, by function, its own time and with what it called. */
import { readFileSync } from 'node:fs';

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}
interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Say which profile: npx tsx e2e/bench/where.ts FILE.cpuprofile');
const profile = JSON.parse(readFileSync(file, 'utf8')) as CpuProfile;
const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
const own = new Map<number, number>();
for (const [at, id] of profile.samples.entries()) own.set(id, (own.get(id) ?? 0) + (profile.timeDeltas[at] ?? 0) / 1000);

const selfByName = new Map<string, number>();
const wholeByName = new Map<string, number>();
const nameOf = ({ callFrame }: ProfileNode): string => `${callFrame.functionName || '(anonymous)'}${callFrame.url === '' ? '' : `:${String(callFrame.lineNumber + 1)}`}`;

/** Adds up a node and what it called; a function that calls itself is counted once. */
function walk(id: number, above: ReadonlySet<string>): number {
  const node = nodes.get(id);
  if (!node) return 0;
  const name = nameOf(node);
  const self = own.get(id) ?? 0;
  selfByName.set(name, (selfByName.get(name) ?? 0) + self);
  const inside = new Set(above).add(name);
  const whole = self + (node.children ?? []).reduce((sum, child) => sum + walk(child, inside), 0);
  if (!above.has(name)) wholeByName.set(name, (wholeByName.get(name) ?? 0) + whole);
  return whole;
}

function print(title: string, times: ReadonlyMap<string, number>, all: number): void {
  console.log(`\n${title}`);
  for (const [name, time] of [...times].sort(([, one], [, other]) => other - one).slice(0, 25)) {
    console.log(`${time.toFixed(0).padStart(8)} ms ${((100 * time) / all).toFixed(1).padStart(5)} %  ${name}`);
  }
}

const [root] = profile.nodes;
const all = root === undefined ? 0 : walk(root.id, new Set());
console.log(`${all.toFixed(0)} ms in all`);
print('own time', selfByName, all);
print('with what they called', wholeByName, all);
