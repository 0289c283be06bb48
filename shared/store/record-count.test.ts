import { expect, test } from 'vitest';
import { readNote, writeNote, type HeldNote } from './record-count.ts';
import { newTestHost } from './test-host.ts';

const NOTE: HeldNote = { format: 1, token: 't', records: 3, documents: 4, bodies: 5, sequence: 6, at: '2026-11-20T10:00:00.000Z', peer: { label: 'Oficina central', at: '2026-11-19T10:00:00.000Z' } };

test('a note comes back as it was written, of its own chapter only', async () => {
  const { keep } = newTestHost();
  await writeNote(keep, 'durham', NOTE);
  expect(await readNote(keep, 'durham')).toEqual(NOTE);
  expect(await readNote(keep, 'raleigh')).toBeNull();
  const bare: HeldNote = { ...NOTE, documents: null, bodies: null, peer: null };
  await writeNote(keep, 'durham', bare);
  expect(await readNote(keep, 'durham')).toEqual(bare);
  expect(await keep.list()).toEqual(['canary-durham']);
});

test('a note that was cut off or altered anywhere cannot be read', async () => {
  const { keep } = newTestHost();
  await writeNote(keep, 'durham', NOTE);
  const whole = (await keep.read('canary-durham')) ?? '';
  for (let length = 0; length < whole.length; length += 1) {
    await keep.write('canary-durham', whole.slice(0, length));
    expect(await readNote(keep, 'durham')).toBe('unreadable');
    await keep.write('canary-durham', `${whole.slice(0, length)}~${whole.slice(length + 1)}`);
    expect(await readNote(keep, 'durham')).toBe('unreadable');
  }
});

test('a note with a right sum and impossible counts is refused rather than believed', async () => {
  const { keep } = newTestHost();
  for (const harm of [{ format: 2 }, { records: -1 }, { records: 1.5 }, { documents: -1 }, { bodies: 0.5 }, { sequence: -1 }, { token: 1 }, { at: 1 }, { peer: { label: 'x' } }]) {
    await writeNote(keep, 'durham', { ...NOTE, ...harm } as unknown as HeldNote);
    await expect(readNote(keep, 'durham')).rejects.toThrow();
  }
});
