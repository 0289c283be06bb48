import { newRecordId, randomToken } from '../domain/record.ts';
import type { ChapterRole } from '../domain/role.ts';
import type { Host } from '../host.ts';
import { ChapterAccess } from './chapter-access.ts';
import { OpeningProblem, StoreProblem, type ChapterJoin, type ChapterListing, type ChapterStart } from './chapter-types.ts';
import { hasRoomToOpen } from './disk-room.ts';
import { beginFreshLog } from './fresh-log.ts';
import { surviveFullDisk } from './full-disk.ts';
import { openInvitation } from './invitation.ts';
import { pickLetter } from './inviting.ts';
import { KeyRing } from './key-ring.ts';
import { newChapterKeys } from './keys.ts';
import { stretchFor } from './locks.ts';
import { admitUser, recordsOfUser } from './new-access.ts';
import { openRecords, type OpenedChapter } from './open-records.ts';
import { openPouch, writeAll } from './pouch.ts';
import { readRecoveryWords } from './recovery-words.ts';
import { createSealer } from './sealing.ts';
import { cardOf, userIdOf, VAULT_PREFIX, vaultEntryOf, type Card, type VaultFile } from './vault-entry.ts';
import { openVault, openVaultWithSheet, readVault, type KeptVault, type Unlocked } from './vault.ts';
import { acceptCount, openDespiteLoss, openWatched } from './watched-opening.ts';
import { requireStrictDurability } from './strict-durability.ts';
import { completeRecord } from './writing.ts';

/** Where PouchDB keeps the records; tests give another adapter and a prefix for each PC. */
export interface OpeningPlace {
  readonly adapter: string;
  readonly prefix?: string;
  readonly onFailure: (problem: unknown) => void;
}

/**
 * What an opening needs of the disk, begun while the passphrase is typed: with it the log is new before the records are
 * asked for, and nobody waits for it. Nothing happens on a full disk, which the opening tells of.
 */
export async function prepareOpening({ adapter }: OpeningPlace): Promise<void> {
  if (adapter !== 'idb' || !(await hasRoomToOpen())) return;
  requireStrictDurability();
  surviveFullDisk();
  beginFreshLog();
}

/** The chapters that this PC holds, as the unlock screen lists them; one whose vault cannot be read says why. */
export async function listChapters(host: Host): Promise<readonly ChapterListing[]> {
  const names = (await host.keep.list()).filter((name) => name.startsWith(VAULT_PREFIX)).sort();
  const listings: ChapterListing[] = [];
  for (const name of names) {
    const chapter = name.slice(VAULT_PREFIX.length);
    const vault = await readKeptVault(host, chapter).catch(vaultProblem);
    if (typeof vault === 'string') listings.push({ database: `chapter-${chapter}`, name: { es: '', en: '' }, practice: false, hasSheet: false, problem: vault });
    else listings.push({ database: `chapter-${vault.chapter}`, name: vault.name, practice: vault.practice, hasSheet: hasSheet(vault) });
  }
  return listings;
}

function vaultProblem(problem: unknown): 'damaged' | 'newer-schema' {
  if (problem instanceof StoreProblem && (problem.code === 'damaged' || problem.code === 'newer-schema')) return problem.code;
  throw problem;
}

function hasSheet(vault: KeptVault): boolean {
  return vault.format === 2 && vault.entries.some((entry) => entry.owner === 'recovery');
}

/** Founds a chapter on this PC: keys, vault, its settings, this PC, and its first user, who is an administrator. */
export async function startChapter(host: Host, place: OpeningPlace, start: ChapterStart): Promise<OpenedChapter> {
  const chapter = randomToken(20);
  const ring = await KeyRing.of(await newChapterKeys());
  const device = newRecordId('device');
  const about = { chapter, name: start.chapterName, practice: start.practice, device };
  const first = await firstUser(about, ring, newCard(start.userName, 'chapter_admin'), start.passphrase);
  const at = new Date().toISOString();
  const author = { user: first.card.id };
  const settings = completeRecord(
    'office',
    {
      kind: 'settings',
      chapterName: start.chapterName,
      phone: start.phone,
      email: start.email,
      areaCode: start.areaCode,
      paper: 'letter',
      practice: start.practice || undefined,
    },
    author,
    at,
    `settings:${(await createSealer(chapter, ring)).naturalToken('settings')}`,
  );
  const pc = completeRecord('office', { kind: 'device', name: start.pcName, letter: pickLetter([]), codesGiven: 0 }, author, at, device);
  const opened = await openNew(host, place, chapter, first);
  await opened.collections.office.bulkInsert([settings, pc]);
  await enter(host, place, opened, first).settled();
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
  const unlocked = await openVault(await readKeptVault(host, chapter), passphrase);
  const card = unlocked.card ?? { id: userIdOf(unlocked.entry.id), name: '', role: 'entry' };
  const opened = await openHere(host, place, chapter, { ...unlocked, card }, acceptMissing);
  enter(host, place, opened, { ...unlocked, card }, acceptMissing);
  return opened;
}

/** Joins this PC to a chapter with an invitation file and its six words (domain §5.8; design §7). */
export async function joinChapter(host: Host, place: OpeningPlace, join: ChapterJoin): Promise<OpenedChapter> {
  const invitation = await openInvitation(join.invitation, join.words, new Date());
  const { chapter, device } = invitation;
  await requireNotHere(host, chapter);
  const ring = await KeyRing.of(invitation.keys);
  const first = await firstUser({ chapter, name: invitation.name, practice: false, device }, ring, newCard(join.userName, invitation.role), join.passphrase);
  await putDocuments(place, chapter, invitation.documents);
  if (invitation.peer) await host.sync.acceptPeer(`chapter-${chapter}`, invitation.peer.sealed, invitation.peer.key);
  const opened = await openNew(host, place, chapter, first);
  await opened.change('office', device, { name: join.pcName });
  await enter(host, place, opened, first).settled();
  return opened;
}

/**
 * The administrators whom this PC knows, for someone who holds a recovery sheet. `words`: the 24 as they were typed.
 * Throws {@link OpeningProblem} `wrong-sheet`.
 */
export async function administratorsOnSheet(host: Host, database: string, words: string): Promise<readonly Card[]> {
  const { vault, ring } = await openSheet(host, database, words);
  const cards = await Promise.all(vault.entries.map((entry) => cardOf(vault.chapter, ring, entry)));
  ring.forget();
  return cards.filter((card): card is Card => card?.role === 'chapter_admin');
}

/**
 * Opens with a recovery sheet and a new passphrase, for an administrator (by id) or, with a name, for a new one. Throws
 * as {@link administratorsOnSheet} and {@link unlockChapter} do; then no passphrase was changed.
 */
export async function openWithSheet(
  host: Host,
  place: OpeningPlace,
  database: string,
  words: string,
  who: { readonly administrator: string } | { readonly name: string },
  passphrase: string,
  acceptMissing = false,
): Promise<OpenedChapter> {
  const { vault, ring } = await openSheet(host, database, words);
  const cards = await Promise.all(vault.entries.map((entry) => cardOf(vault.chapter, ring, entry)));
  const known = 'administrator' in who ? cards.find((card) => card?.id === who.administrator) : undefined;
  const card = known ?? newCard('name' in who ? who.name : '', 'chapter_admin');
  const first = await firstUser(vault, ring, card, passphrase, vault);
  const opened = await openHere(host, place, vault.chapter, first, acceptMissing);
  const access = enter(host, place, opened, first);
  await access.settled();
  await access.run(() => opened.change('office', first.entry.id, { locks: first.entry.locks, boxes: first.entry.boxes }));
  return opened;
}

async function openSheet(host: Host, database: string, words: string): Promise<Unlocked> {
  const key = readRecoveryWords(words);
  if (!key) throw new OpeningProblem('wrong-sheet');
  return openVaultWithSheet(await readKeptVault(host, database.slice('chapter-'.length)), key);
}

type SomeoneHere = Unlocked & { readonly card: Card };

function newCard(name: string, role: ChapterRole): Card {
  return { id: `user:${randomToken(20)}`, name, role };
}

/** Someone who has just got access, with a vault that opens for them (beside those of `before`). */
async function firstUser(
  about: Omit<VaultFile, 'format' | 'entries' | 'exposed'>,
  ring: KeyRing,
  card: Card,
  passphrase: string,
  before: Pick<VaultFile, 'entries' | 'exposed'> = { entries: [], exposed: [] },
): Promise<SomeoneHere> {
  const { chapter, name, practice, device } = about;
  const { made, pair } = await admitUser(chapter, ring, card, await stretchFor(chapter, passphrase));
  ring.keep(pair.privateKey);
  const entry = await vaultEntryOf(chapter, ring, made, card);
  const entries = [...before.entries.filter((other) => other.id !== entry.id), entry];
  return { vault: { format: 2, chapter, name, practice, device, entries, exposed: before.exposed }, entry, pair, ring, card };
}

/** From here on the chapter's access is followed. What the records do not say yet of who sits here is written first. */
function enter(host: Host, place: OpeningPlace, opened: OpenedChapter, someone: SomeoneHere, lostRecords = false): ChapterAccess {
  const here = { keep: host.keep, unlocked: someone, card: someone.card, onFailure: place.onFailure };
  // Where records were lost theirs may come back: written anew they would stand against them.
  return ChapterAccess.begin(opened, here, () => (lostRecords ? Promise.resolve() : writeOwnRecords(opened, someone)));
}

async function writeOwnRecords(opened: OpenedChapter, { card, entry }: SomeoneHere): Promise<void> {
  const records = recordsOfUser(card, entry, { user: card.id }, new Date().toISOString());
  // The database is asked, not the collection: a record that cannot be read yet is there all the same.
  const here = await opened.pouch.allDocs({ keys: records.map((record) => record.id) });
  const isMissing = (at: number): boolean => 'error' in (here.rows[at] ?? { error: true });
  const missing = records.filter((_record, at) => isMissing(at));
  if (missing.length > 0) await opened.collections.office.bulkInsert(missing);
}

function openHere(host: Host, place: OpeningPlace, chapter: string, someone: SomeoneHere, acceptMissing: boolean): Promise<OpenedChapter> {
  const access = { id: chapter, keys: someone.ring, user: someone.card, device: someone.vault.device, ...place };
  return acceptMissing ? openDespiteLoss(access) : openWatched(host, access);
}

/** Opens a chapter whose records have just come to this PC; from now on they are counted. */
async function openNew(host: Host, place: OpeningPlace, chapter: string, someone: SomeoneHere): Promise<OpenedChapter> {
  const opened = await openRecords({ id: chapter, keys: someone.ring, user: someone.card, device: someone.vault.device, ...place });
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

/** Throws {@link OpeningProblem} `already-here` for a chapter that this PC can open; a damaged vault may be replaced. */
async function requireNotHere(host: Host, chapter: string): Promise<void> {
  const kept = await readKeptVault(host, chapter).catch((problem: unknown) => {
    if (problem instanceof StoreProblem && problem.code !== 'newer-schema') return null;
    throw problem;
  });
  if (kept) throw new OpeningProblem('already-here');
}

async function readKeptVault(host: Host, chapter: string): Promise<KeptVault> {
  const text = await host.keep.read(VAULT_PREFIX + chapter);
  if (text === null) throw new StoreProblem('gone');
  return readVault(text);
}
