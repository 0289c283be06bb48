import { afterEach, expect, test } from 'vitest';
import { newRecordId, randomToken } from '../domain/record.ts';
import { noteCount } from './canary.ts';
import { sealInvitation, openInvitation } from './invitation.ts';
import { newChapterKeys } from './keys.ts';
import type { OpenedChapter } from './open-records.ts';
import { unlockChapter } from './opening.ts';
import type { ChapterKeys } from './key-ring.ts';
import { fromBase64, readySodium, stretch, toBase64 } from './sodium.ts';
import { openTestChapter } from './test-chapter.ts';
import { accessHere, newTestOffice, unlockAt } from './test-offices.ts';
import { openVault, readVault } from './vault.ts';

const PASSPHRASE = 'siete gatos duermen aquí';

const open: OpenedChapter[] = [];
afterEach(async () => {
  for (const chapter of open.splice(0)) await chapter.close();
});

/** A vault as the first Convoca wrote it: the byte format of that version, made here again. */
async function oldVault(chapter: string, device: string, user: { id: string; name: string }, keys: ChapterKeys): Promise<string> {
  const sodium = await readySodium();
  const salt = sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES);
  const pair = sodium.crypto_box_keypair();
  const nonce = sodium.randombytes_buf(sodium.crypto_secretbox_NONCEBYTES);
  const wrapped = sodium.crypto_secretbox_easy(pair.privateKey, nonce, stretch(PASSPHRASE, salt));
  const contents = sodium.crypto_box_seal(JSON.stringify({ user, device, keys }), pair.publicKey);
  const entry = { id: user.id, salt: toBase64(salt), publicKey: toBase64(pair.publicKey), privateKey: { n: toBase64(nonce), c: toBase64(wrapped) }, contents: toBase64(contents) };
  return JSON.stringify({ format: 1, chapter, name: { es: 'Durham', en: 'Durham' }, practice: false, users: [entry] });
}

test('a vault of the first Convoca opens, and becomes one for several users whose first is an administrator', async () => {
  const office = newTestOffice();
  const chapter = randomToken(20);
  const keys = await newChapterKeys();
  const device = newRecordId('device');
  const before = await openTestChapter(chapter, keys, { device, prefix: office.place.prefix ?? '' });
  const { id } = await before.create('people', { nameAsWritten: 'Lupita', contacts: [], affiliations: [], notes: 'canta' });
  await noteCount(office.host, chapter, before.pouch);
  await before.close();
  const kept = await oldVault(chapter, device, { id: `user:${randomToken(20)}`, name: 'Rosa' }, keys);
  await office.host.keep.write(`vault-${chapter}`, kept);
  const database = `chapter-${chapter}`;
  await expect(unlockChapter(office.host, office.place, database, 'otra cosa larga')).rejects.toMatchObject({ code: 'wrong-passphrase' });
  const opened = await unlockChapter(office.host, office.place, database, PASSPHRASE);
  await accessHere(opened).settled();
  expect(opened.device).toBe(device);
  expect(opened.user.name).toBe('Rosa');
  expect(accessHere(opened).role).toBe('chapter_admin');
  expect((await opened.collections.people.findOne(id).exec())?.toJSON()).toMatchObject({ notes: 'canta' });
  await opened.close();
  const lifted = JSON.parse((await office.host.keep.read(`vault-${chapter}`)) ?? '') as { format: number };
  expect(lifted.format).toBe(2);
  const again = await unlockAt(office, opened, PASSPHRASE);
  open.push(again);
  const records = (await again.collections.office.find({ selector: { kind: { $in: ['user', 'access'] } } }).exec()).map((found) => found.toJSON().kind);
  expect(records.sort()).toEqual(['access', 'user']);
  expect(again.user).toMatchObject({ id: opened.user.id, name: 'Rosa' });
});

test('a vault with nothing readable, of a newer format, or whose boxes are another chapter’s does not open', async () => {
  for (const [text, code] of [['no es json', 'damaged'], ['{"format":1}', 'damaged'], ['{"format":3}', 'newer-schema'], ['null', 'damaged']] as const) {
    expect(() => readVault(text)).toThrow(expect.objectContaining({ code }) as Error);
  }
  const keys = await newChapterKeys();
  const old = await openVault(readVault(await oldVault('durham', 'device:x', { id: 'user:rosa', name: 'Rosa' }, keys)), PASSPHRASE);
  expect(old.card).toEqual({ id: 'user:rosa', name: 'Rosa', role: 'chapter_admin' });
  expect(old.ring.toKeys(['chapter', 'organizers'])).toEqual(keys);
  // The same entry under another chapter's name: its passphrase is stretched otherwise and opens nothing.
  await expect(openVault({ ...old.vault, chapter: 'raleigh' }, PASSPHRASE)).rejects.toMatchObject({ code: 'wrong-passphrase' });
  const [entry] = old.vault.entries;
  const swapped = entry?.boxes.map((box) => (box.part === 'chapter' ? { ...box, part: 'organizers' as const } : box.part === 'organizers' ? { ...box, part: 'chapter' as const } : box)) ?? [];
  const mixed = { ...old.vault, entries: [{ ...(entry ?? old.entry), boxes: swapped }] };
  await expect(openVault(mixed, PASSPHRASE)).rejects.toMatchObject({ code: 'damaged' });
});

test('an invitation of the first format is read, and makes an administrator as it did', async () => {
  const keys = await newChapterKeys();
  const content = { chapter: 'durham', name: { es: 'Durham', en: 'Durham' }, keys, role: 'leader' as const, device: 'device:x', documents: [], peer: null, expires: '2026-12-24T00:00:00.000Z' };
  const words = ['uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis'];
  const now = new Date('2026-12-12T00:00:00Z');
  expect(await openInvitation(await sealInvitation(content, words), words.join(' '), now)).toEqual(content);
  const sodium = await readySodium();
  const magic = new TextEncoder().encode('CONVOCA-INVITATION-1\n');
  const salt = sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES);
  const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const { role: _none, ...first } = content;
  const cipher = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(JSON.stringify(first), magic, null, nonce, stretch(words.join(' '), salt));
  const opened = await openInvitation(new Uint8Array([...magic, ...salt, ...nonce, ...cipher]), 'Uno dos, TRES cuatro cinco seis', now);
  expect(opened).toEqual({ ...content, role: 'chapter_admin' });
  expect(fromBase64(opened.keys.chapter.keys[1] ?? '')).toHaveLength(32);
});
