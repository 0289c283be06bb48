import { DEVICE_LETTERS } from '../domain/paper-code.ts';
import { partsOfRole, type ChapterRole } from '../domain/role.ts';
import type { Host } from '../host.ts';
import { StoreProblem } from './chapter-types.ts';
import { INVITATION_DAYS, sealInvitation, sixWords } from './invitation.ts';
import type { OpenedChapter } from './open-records.ts';
import { readySodium, toBase64 } from './sodium.ts';

/**
 * An invitation for one more PC, and the six words that open it. The PC's record is made here, with a free letter; whoever
 * joins with it becomes a user of that role, and the file holds no more keys than the role reads.
 */
export async function makeInvitation(
  host: Host,
  chapter: OpenedChapter,
  language: 'es' | 'en',
  role: ChapterRole,
): Promise<{ readonly bytes: Uint8Array; readonly words: readonly string[] }> {
  const office = (await chapter.collections.office.find().exec()).map((found) => found.toMutableJSON());
  const settings = office.find((record) => record.kind === 'settings');
  if (!settings) throw new StoreProblem('gone');
  const taken = office.flatMap((record) => (record.kind === 'device' ? [record.letter] : []));
  const device = await chapter.create('office', { kind: 'device', name: '', letter: pickLetter(taken), codesGiven: 0 });
  const documents = await Promise.all([settings.id, device.id].map((id) => chapter.pouch.get(id, { revs: true })));
  const words = await sixWords(language);
  const expires = new Date(Date.now() + INVITATION_DAYS * 24 * 3600 * 1000).toISOString();
  const peer = await sealedPeer(host, chapter.database);
  const keys = chapter.ring.toKeys(partsOfRole(role));
  const content = { chapter: chapter.id, name: settings.chapterName, keys, role, device: device.id, documents, peer, expires };
  return { bytes: await sealInvitation(content, words), words };
}

async function sealedPeer(host: Host, database: string): Promise<{ sealed: string; key: string } | null> {
  if (!(await host.sync.peer(database))) return null;
  const sodium = await readySodium();
  const key = toBase64(sodium.randombytes_buf(32));
  return { sealed: await host.sync.sealPeer(database, key), key };
}

/** A free letter at random, so that two PCs that invite at the same time seldom choose the same one; digits when letters are out. */
export function pickLetter(taken: readonly string[]): string {
  const free = [...DEVICE_LETTERS].filter((letter) => !taken.includes(letter));
  const letters = free.filter((letter) => /[A-Z]/.test(letter));
  const pool = [letters, free, [...DEVICE_LETTERS]].find((choices) => choices.length > 0) ?? [];
  const [byte] = crypto.getRandomValues(new Uint8Array(1));
  return pool[(byte ?? 0) % pool.length] ?? 'A';
}
