import { expect, test } from 'vitest';
import type { Host } from '../../../shared/host.ts';
import { OpeningProblem, type ChapterJoin } from '../../../shared/store/chapter-types.ts';
import { newTestHost } from '../../../shared/store/test-host.ts';
import { joinByNetwork } from './join-by-network.ts';
import { NothingOffered } from './nothing-offered.ts';

const ANSWERS = { words: 'a b c d e f', userName: 'Ana', pcName: 'Office 2', passphrase: 'x' };

function hostWith(offered: readonly number[]): Host {
  const host = newTestHost();
  return { ...host, sharing: { ...host.sharing, offered: () => Promise.resolve(offered.map((byte) => new Uint8Array([byte]))) } };
}

/** Joins with the invitation that holds `right`; any other is refused with that code. */
const opening =
  (right: number, code: 'wrong-words' | 'not-an-invitation' | 'already-here', tried: number[]) =>
  ({ invitation }: ChapterJoin): Promise<void> => {
    tried.push(invitation[0] ?? 0);
    return invitation[0] === right ? Promise.resolve() : Promise.reject(new OpeningProblem(code));
  };

test('the words find their invitation among those of others', async () => {
  const tried: number[] = [];
  await joinByNetwork(hostWith([1, 2, 3]), ANSWERS, opening(2, 'wrong-words', tried));
  expect(tried).toEqual([1, 2]);
});

test('words that open none are wrong words', async () => {
  await expect(joinByNetwork(hostWith([1, 2]), ANSWERS, opening(9, 'wrong-words', []))).rejects.toMatchObject({ code: 'wrong-words' });
});

test('that nothing is offered is told as such', async () => {
  await expect(joinByNetwork(hostWith([]), ANSWERS, opening(1, 'wrong-words', []))).rejects.toBeInstanceOf(NothingOffered);
});

test('what no other invitation can help is told at once', async () => {
  const tried: number[] = [];
  await expect(joinByNetwork(hostWith([1, 2]), ANSWERS, opening(2, 'already-here', tried))).rejects.toMatchObject({ code: 'already-here' });
  expect(tried).toEqual([1]);
});
