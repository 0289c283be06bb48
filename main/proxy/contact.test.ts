import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chapterRows, networkFigures } from '../../shared/sync/chapter-list.ts';
import { realClock } from '../../shared/sync/clock.ts';
import { forgetContact, tellHeadquarters } from '../../shared/sync/contact-sending.ts';
import type { PeerWire } from '../../shared/sync/peer-fetch.ts';
import { CALM_FIGURES } from '../../shared/sync/testing/office-figures.ts';
import { addCoordinator, addSlot, type FreshAccount } from '../hub/account-making.ts';
import { onlyTheHub, tryHub } from '../hub/testing/peer.ts';
import { openMachine, type Machine } from '../machine/machine.ts';

const CHAPTERS = ['durham0001', 'raleigh001'] as const;
const FIGURES = { ...CALM_FIGURES, waiting: 3, waitingSince: '2026-11-20T10:00:00.000Z', totals: { people: 5 } };

let hub: Awaited<ReturnType<typeof tryHub>>;
let folder: string;
let devices: readonly FreshAccount[];
let coordinator: FreshAccount;
beforeAll(async () => {
  hub = await tryHub();
  folder = await mkdtemp(join(tmpdir(), 'contact-'));
  devices = [...(await addSlot(hub.data, 'Durham', 1)), ...(await addSlot(hub.data, 'Raleigh', 1))];
  coordinator = await addCoordinator(hub.data, 'Rosa');
});
afterAll(async () => {
  await hub.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A PC with one peer, and the way from its page through its proxy. */
async function pc(database: string, { name, password }: FreshAccount): Promise<{ readonly machine: Machine; readonly wire: PeerWire }> {
  const machine = await openMachine(join(folder, name, database), { version: '0', builtAt: '2026-01-01', platform: 'test' });
  await machine.peers.set(database, { address: hub.address, account: name, password, label: 'headquarters' });
  const fetch = ((input: string, init?: RequestInit) => machine.proxy.forward(new Request(input, init))) as typeof globalThis.fetch;
  return { machine, wire: { origin: 'http://127.0.0.1:1', fetch } };
}

async function listOf({ wire }: { readonly wire: PeerWire }): Promise<{ readonly status: number; readonly json: unknown; readonly date: string }> {
  const answer = await wire.fetch(`${wire.origin}/sync/server/network/_all_docs?include_docs=true`);
  return { status: answer.status, json: await answer.json(), date: answer.headers.get('date') ?? '' };
}

test.skipIf(onlyTheHub('making accounts in files'))('each chapter tells of itself only, and a coordinator reads them all', async () => {
  const offices = await Promise.all(
    CHAPTERS.map(async (chapter, at) => {
      const account = devices[at] as FreshAccount;
      const office = await pc(`chapter-${chapter}`, account);
      // The first contact makes the chapter's database and binds the slot to it.
      expect(await office.machine.proxy.probe(`chapter-${chapter}`)).toMatchObject({ ok: true });
      return { ...office, figures: { ...FIGURES, chapter, device: `device:0123456789abcdef${String(at)}`, account: account.name } };
    }),
  );
  for (const { wire, figures } of offices) {
    expect(await tellHeadquarters(wire, realClock, figures)).toBe('told');
    expect(await tellHeadquarters(wire, realClock, { ...figures, waiting: 0 })).toBe('told');
  }
  const [first, second] = offices;
  if (!first || !second) throw new Error('two offices');
  // Its account is another chapter's: on this PC that chapter has no peer at all.
  expect(await tellHeadquarters(first.wire, realClock, second.figures)).toBe('none');
  await first.machine.peers.set(`chapter-${CHAPTERS[1]}`, { address: hub.address, account: devices[0]?.name ?? '', password: devices[0]?.password ?? '', label: '' });
  expect(await tellHeadquarters(first.wire, realClock, second.figures)).toBe('refused');

  const headquarters = await pc('network', coordinator);
  expect(await headquarters.machine.proxy.probe('network')).toMatchObject({ ok: true });
  const { json, date } = await listOf(headquarters);
  const figures = networkFigures(json, new Date(date).toISOString());
  if (!figures) throw new Error('no list');
  const rows = chapterRows(figures, {}, Date.parse(figures.readAt));
  expect(rows.map(({ chapter, name, waiting, silentFor, totals }) => ({ chapter, name, waiting, silentFor, totals })).sort((a, b) => a.chapter.localeCompare(b.chapter))).toEqual([
    { chapter: CHAPTERS[0], name: 'Durham', waiting: 0, silentFor: 0, totals: { people: 5 } },
    { chapter: CHAPTERS[1], name: 'Raleigh', waiting: 0, silentFor: 0, totals: { people: 5 } },
  ]);

  // A coordinator only reads; a PC that was taken out is taken out of the list by another of its chapter.
  expect(await forgetContact(first.wire, realClock, first.figures.chapter, first.figures.device)).toBe('told');
  expect(networkFigures((await listOf(headquarters)).json, '')?.contacts.map(({ chapter }) => chapter)).toEqual([CHAPTERS[1]]);
});

test.skipIf(onlyTheHub('making accounts in files'))('a server without the network’s database is none, a wrong password is refused', async () => {
  const [account] = devices;
  if (!account) throw new Error('an account');
  const wrong = await pc(`chapter-${CHAPTERS[0]}`, { ...account, password: 'no es la contraseña' });
  expect(await tellHeadquarters(wrong.wire, realClock, { ...FIGURES, chapter: CHAPTERS[0], device: 'device:0123456789abcdef0', account: account.name })).toBe('refused');
});
