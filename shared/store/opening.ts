import { DEVICE_LETTERS } from '../domain/paper-code.ts';
import { newRecordId, randomToken } from '../domain/record.ts';
import type { Host } from '../host.ts';
import { OpeningProblem, StoreProblem, type ChapterJoin, type ChapterListing, type ChapterStart } from './chapter-types.ts';
import { INVITATION_DAYS, openInvitation, sealInvitation, sixWords } from './invitation.ts';
import { newChapterKeys } from './keys.ts';
import { openRecords, type OpenedChapter } from './open-records.ts';
import { openPouch, writeAll } from './pouch.ts';
import { acceptCount, openDespiteLoss, openWatched } from './watched-opening.ts';
import { completeRecord } from './writing.ts';
import { createSealer } from './sealing.ts';
import { readySodium, toBase64 } from './sodium.ts';
import { openVault, readVault, sealVault, type VaultContents } from './vault.ts';

/** Where PouchDB keeps the records; tests give another adapter and a prefix for each PC. */
export interface OpeningPlace {
  readonly adapter: string;
  readonly prefix?: string;
  readonly onFailure: (problem: unknown) => void;
}

const VAULT_PREFIX = 'vault-';

/** The chapters that this PC holds, as the unlock screen lists them; a vault that cannot be read is left out. */
export async function listChapters(host: Host): Promise<readonly ChapterListing[]> {
  const names = (await host.keep.list()).filter((name) => name.startsWith(VAULT_PREFIX)).sort();
  const listings: ChapterListing[] = [];
  for (const name of names) {
    const vault = await readKeptVault(host, name.slice(VAULT_PREFIX.length)).catch(() => null);
    if (vault) listings.push({ database: `chapter-${vault.chapter}`, name: vault.name, practice: vault.practice });
  }
  return listings;
}

/** Founds a chapter on this PC: keys, vault, and its first two records (settings and this PC). */
export async function startChapter(host: Host, place: OpeningPlace, start: ChapterStart): Promise<OpenedChapter> {
  const chapter = randomToken(20);
  const contents: VaultContents = {
    user: { id: `user:${randomToken(20)}`, name: start.userName },
    device: newRecordId('device'),
    keys: await newChapterKeys(),
  };
  const at = new Date().toISOString();
  const author = { user: contents.user.id };
  const settings = completeRecord(
    'office',
    {
      kind: 'settings',
      chapterName: start.chapterName,
      letterhead: { phone: start.phone, email: start.email, address: '' },
      areaCode: start.areaCode,
      paper: 'letter',
      practice: start.practice || undefined,
    },
    author,
    at,
    await settingsId(chapter, contents),
  );
  const letter = pickLetter([]);
  const device = completeRecord('office', { kind: 'device', name: start.pcName, letter, codesGiven: 0 }, author, at, contents.device);
  const opened = await openNew(host, place, chapter, contents);
  await opened.collections.office.bulkInsert([settings, device]);
  await keepVault(host, { chapter, name: start.chapterName, practice: start.practice }, start.passphrase, contents);
  return opened;
}

/**
 * Opens a chapter of this PC. Throws {@link OpeningProblem} `wrong-passphrase`; `RecordsMissing` when the browser has
 * lost records, `wrong-key` or `newer-schema` when none can be read. With `acceptMissing` it opens with what is there,
 * to be filled from a peer or a backup; the loss is told again until `acceptCount`.
 */
export async function unlockChapter(
  host: Host,
  place: OpeningPlace,
  database: string,
  passphrase: string,
  acceptMissing = false,
): Promise<OpenedChapter> {
  const chapter = database.slice('chapter-'.length);
  const contents = await openVault(await readKeptVault(host, chapter), passphrase);
  if (acceptMissing) return openDespiteLoss({ id: chapter, ...contents, ...place });
  return openWatched(host, { id: chapter, ...contents, ...place });
}

/** Joins this PC to a chapter with an invitation file and its six words (domain §5.8; design §7). */
export async function joinChapter(host: Host, place: OpeningPlace, join: ChapterJoin): Promise<OpenedChapter> {
  const invitation = await openInvitation(join.invitation, join.words, new Date());
  const { chapter } = invitation;
  if (await host.keep.read(VAULT_PREFIX + chapter)) throw new OpeningProblem('already-here');
  const contents: VaultContents = {
    user: { id: `user:${randomToken(20)}`, name: join.userName },
    device: invitation.device,
    keys: invitation.keys,
  };
  await putDocuments(place, chapter, invitation.documents);
  if (invitation.peer) await host.sync.acceptPeer(`chapter-${chapter}`, invitation.peer.sealed, invitation.peer.key);
  const opened = await openNew(host, place, chapter, contents);
  await opened.change('office', contents.device, { name: join.pcName });
  await keepVault(host, { chapter, name: invitation.name, practice: false }, join.passphrase, contents);
  return opened;
}

/** An invitation for one more PC, and the six words that open it. The PC's record is made here, with a free letter. */
export async function makeInvitation(
  host: Host,
  chapter: OpenedChapter,
  language: 'es' | 'en',
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
  const content = { chapter: chapter.id, name: settings.chapterName, keys: chapter.keys, device: device.id, documents, peer, expires };
  return { bytes: await sealInvitation(content, words), words };
}

async function sealedPeer(host: Host, database: string): Promise<{ sealed: string; key: string } | null> {
  if (!(await host.sync.peer(database))) return null;
  const sodium = await readySodium();
  const key = toBase64(sodium.randombytes_buf(32));
  return { sealed: await host.sync.sealPeer(database, key), key };
}

/** Opens a chapter whose records have just come to this PC; from now on they are counted. */
async function openNew(host: Host, place: OpeningPlace, chapter: string, contents: VaultContents): Promise<OpenedChapter> {
  const opened = await openRecords({ id: chapter, ...contents, ...place });
  await acceptCount(host, opened);
  return opened;
}

/** Puts documents with their revisions into a chapter's database before it is opened. */
async function putDocuments(place: OpeningPlace, chapter: string, documents: readonly object[]): Promise<void> {
  const pouch = openPouch(`chapter-${chapter}`, place.adapter, place.prefix);
  try {
    await writeAll(pouch, documents, { new_edits: false });
  } finally {
    await pouch.close();
  }
}

async function readKeptVault(host: Host, chapter: string): Promise<ReturnType<typeof readVault>> {
  const text = await host.keep.read(VAULT_PREFIX + chapter);
  if (text === null) throw new StoreProblem('gone');
  return readVault(text);
}

async function keepVault(host: Host, about: Parameters<typeof sealVault>[0], passphrase: string, contents: VaultContents): Promise<void> {
  await host.keep.write(VAULT_PREFIX + about.chapter, JSON.stringify(await sealVault(about, passphrase, contents)));
}

/** The settings record has the same id on every PC of the chapter. */
async function settingsId(chapter: string, contents: VaultContents): Promise<string> {
  return `settings:${(await createSealer(chapter, contents.keys)).naturalToken('settings')}`;
}

/** A free letter at random, so that two PCs that invite at the same time seldom choose the same one; digits when letters are out. */
function pickLetter(taken: readonly string[]): string {
  const free = [...DEVICE_LETTERS].filter((letter) => !taken.includes(letter));
  const letters = free.filter((letter) => /[A-Z]/.test(letter));
  const pool = [letters, free, [...DEVICE_LETTERS]].find((choices) => choices.length > 0) ?? [];
  const [byte] = crypto.getRandomValues(new Uint8Array(1));
  return pool[(byte ?? 0) % pool.length] ?? 'A';
}
