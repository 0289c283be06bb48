import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { SheetRow } from '../../../shared/domain/sheet.ts';
import { SheetWriter, type SheetDesk, type WriterState } from './sheet-writer.ts';
import { emptyRow, type Decision, type TypingRow } from './typing-row.ts';

const line = (n: number, name: string, decision?: Decision): TypingRow => ({ ...emptyRow(n), name, decision });
const later = { state: 'later' } as const;

/** A desk whose writes take a turn of the event loop, and may be made to fail. */
function desk(record: readonly SheetRow[] = []) {
  const state = { record, fails: 0, people: [] as string[], binned: [] as string[], corrected: [] as string[], writes: 0 };
  const turn = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (state.fails > 0) {
      state.fails -= 1;
      throw new Error('disk full');
    }
  };
  const made: SheetDesk = {
    readRows: () => Promise.resolve(state.record),
    writeRows: async (rows) => {
      await turn();
      for (const row of rows) if (row.state === 'new' && !state.people.includes(row.person ?? '')) throw new Error('a line before its person');
      state.record = rows;
      state.writes += 1;
    },
    makePerson: async () => {
      await turn();
      state.people.push(`person:${state.people.length}`);
      return `person:${state.people.length - 1}`;
    },
    correctPerson: async (person, row) => {
      await turn();
      state.corrected.push(`${person} ${row.name}`);
    },
    binPerson: async (person) => {
      await turn();
      state.binned.push(person);
    },
    restorePerson: async (person) => {
      await turn();
      state.binned = state.binned.filter((one) => one !== person);
    },
  };
  return { state, desk: made };
}

const quiet = { onState: () => undefined, onPerson: () => undefined };

describe('SheetWriter', () => {
  it('writes the newest state of lines that come faster than writes', async () => {
    const { state, desk: table } = desk();
    const writer = new SheetWriter([], table, quiet);
    for (let n = 1; n <= 25; n += 1) writer.push(Array.from({ length: n }, (_, index) => line(index + 1, `x${index}`, later)));
    expect(writer.pending().size).toBe(25);
    await writer.flush();
    expect(state.record.map((row) => row.n)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    expect(state.writes).toBeLessThan(5);
    expect(writer.pending().size).toBe(0);
  });

  it('makes a new person once, before the line, and tells who it is', async () => {
    const { state, desk: table } = desk();
    const onPerson = vi.fn();
    const writer = new SheetWriter([], table, { ...quiet, onPerson });
    writer.push([line(1, 'Rosa Ek', { state: 'new', key: 'new-1' })]);
    writer.push([line(1, 'Rosa Ek', { state: 'new', key: 'new-1' }), line(2, 'x', later)]);
    await writer.flush();
    expect(state.people).toEqual(['person:0']);
    expect(onPerson.mock.calls).toEqual([['new-1', 'person:0']]);
    expect(state.record[0]).toMatchObject({ state: 'new', person: 'person:0' });
  });

  it('puts the person of a line taken back in the bin, and out again', async () => {
    const { state, desk: table } = desk();
    const writer = new SheetWriter([], table, quiet);
    writer.push([line(1, 'Rosa Ek', { state: 'new', key: 'new-1' })]);
    await writer.flush();
    writer.push([emptyRow(1)]);
    await writer.flush();
    expect(state.binned).toEqual(['person:0']);
    expect(state.record).toEqual([]);
    writer.push([line(1, 'Rosa Ek', { state: 'new', key: 'new-1', person: 'person:0' })]);
    await writer.flush();
    expect(state.binned).toEqual([]);
    expect(state.people).toHaveLength(1);
  });

  it('corrects the person whose line was corrected', async () => {
    const { state, desk: table } = desk();
    const writer = new SheetWriter([], table, quiet);
    writer.push([line(1, 'Rossa', { state: 'new', key: 'new-1' })]);
    await writer.flush();
    writer.push([line(1, 'Rosa', { state: 'new', key: 'new-1', person: 'person:0' })]);
    await writer.flush();
    expect(state.corrected).toEqual(['person:0 Rosa']);
  });

  it('says that writing failed, keeps the lines, and writes them with the next one', async () => {
    const { state, desk: table } = desk();
    const states: WriterState['kind'][] = [];
    const writer = new SheetWriter([], table, { ...quiet, onState: (now) => states.push(now.kind) });
    state.fails = 1;
    writer.push([line(1, 'a', later)]);
    await expect(writer.flush()).rejects.toThrow('disk full');
    expect(states.at(-1)).toBe('failed');
    expect(writer.pending()).toEqual(new Set([1]));
    writer.push([line(1, 'a', later), line(2, 'b', later)]);
    await writer.flush();
    expect(state.record.map((row) => row.asWritten)).toEqual(['a', 'b']);
    expect(states.at(-1)).toBe('saved');
  });

  it('keeps the lines that another PC wrote on the same page', async () => {
    const theirs: SheetRow = { n: 7, asWritten: 'de otra', state: 'later' };
    const { state, desk: table } = desk([theirs]);
    const writer = new SheetWriter([], table, quiet);
    writer.push([line(1, 'a', later), emptyRow(7)]);
    await writer.flush();
    expect(state.record).toEqual([{ n: 1, asWritten: 'a', state: 'later' }, theirs]);
    writer.follow(state.record, [line(1, 'a', later), line(7, 'de otra', later)]);
    writer.push([line(1, 'b', later), line(7, 'de otra', later)]);
    await writer.flush();
    expect(state.record).toEqual([{ n: 1, asWritten: 'b', state: 'later' }, theirs]);
  });

  it('ends with exactly what was pushed last, whatever fails between', async () => {
    const decision = fc.constantFrom<Decision>(later, { state: 'anonymous' }, { state: 'linked', person: 'person:x' }, { state: 'new', key: 'new-1' }, { state: 'new', key: 'new-2' });
    const rows = fc.uniqueArray(fc.record({ n: fc.integer({ min: 1, max: 5 }), name: fc.constantFrom('a', 'b'), decision }), { selector: ({ n }) => n });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ rows, fails: fc.integer({ min: 0, max: 2 }), wait: fc.boolean() }), { minLength: 1, maxLength: 8 }), async (pushes) => {
        const { state, desk: table } = desk();
        const writer = new SheetWriter([], table, quiet);
        const whole = (some: typeof pushes[number]['rows']): TypingRow[] =>
          Array.from({ length: 5 }, (_, index) => {
            const found = some.find(({ n }) => n === index + 1);
            return found === undefined ? emptyRow(index + 1) : line(found.n, found.name, found.decision);
          });
        for (const push of pushes) {
          state.fails = push.fails;
          writer.push(whole(push.rows));
          if (push.wait) await writer.flush().catch(() => undefined);
        }
        state.fails = 0;
        await writer.flush().catch(() => undefined);
        await writer.flush();
        const last = pushes.at(-1)?.rows ?? [];
        expect(state.record.map((row) => [row.n, row.asWritten, row.state])).toEqual(
          last.map((row) => [row.n, row.name, row.decision.state]).sort((one, other) => Number(one[0]) - Number(other[0])),
        );
        const kept = state.people.filter((person) => !state.binned.includes(person));
        expect(new Set(kept)).toEqual(new Set(state.record.filter((row) => row.state === 'new').map((row) => row.person)));
      }),
      { numRuns: 60 },
    );
  });
});
