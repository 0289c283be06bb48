import type { RxCollection } from 'rxdb';
import type { Access, Device, KeyBox, User } from '../domain/office.ts';
import { chapterRole, managesUsers, partsOfRole, type ChapterRole } from '../domain/role.ts';
import type { Host } from '../host.ts';
import { canonicalJson } from './canonical-json.ts';
import type { RecordsByCollection } from './chapter-types.ts';
import { keyName } from './key-ring.ts';
import { newKeyNumber } from './keys.ts';
import { excessKeys, exposedKeys, isTakenOut, missingBoxes, partsToRotate, ROTATED_PARTS, type KeyHolders, type KeyNumbers, type RotatedPart } from './key-rotation.ts';
import { boxKey, openBox, type KeyPair } from './locks.ts';
import type { OpenedChapter } from './open-records.ts';
import { readySodium } from './sodium.ts';
import { Turns } from './turns.ts';
import type { Unlocked } from './vault.ts';
import { dropVaultCopy } from './vault-copy.ts';
import { userIdOf, VAULT_PREFIX, vaultEntryOf, type Card, type VaultEntry, type VaultFile } from './vault-entry.ts';

/** Records of one change of users arrive in a burst; an administrator's PC looks only then whether keys must be made. */
const QUIET = 3_000;

/** Why an opened chapter has to be locked at once: this user, or this PC, was taken out, or may read less than before. */
export type AccessEnd = 'user' | 'computer' | 'role';

/** What {@link ChapterAccess} needs beside the opened chapter. */
export interface AccessHere {
  readonly keep: Host['keep'];
  readonly unlocked: Unlocked;
  readonly card: Card;
  readonly onFailure: (problem: unknown) => void;
}

const known = new WeakMap<OpenedChapter, ChapterAccess>();

/** Who sits here and with which keys; null for a chapter that was opened without a vault. */
export function accessOf(chapter: OpenedChapter): ChapterAccess | null {
  return known.get(chapter) ?? null;
}

/**
 * Follows who may open the chapter while it is open: learns keys that a rotation brings, keeps this PC's vault like the
 * records, and on an administrator's PC makes the keys and boxes that are missing.
 */
export class ChapterAccess {
  readonly chapter: OpenedChapter;
  readonly id: string;
  readonly pair: KeyPair;
  readonly #here: AccessHere;
  readonly #turns = new Turns();
  readonly #ended = new Set<(end: AccessEnd) => void>();
  #end: AccessEnd | null = null;
  #vault: VaultFile;
  #kept: string | null = null;
  #role: ChapterRole;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  private constructor(chapter: OpenedChapter, here: AccessHere) {
    this.chapter = chapter;
    this.#here = here;
    this.id = here.unlocked.entry.id;
    this.pair = here.unlocked.pair;
    this.#vault = here.unlocked.vault;
    this.#role = here.card.role;
  }

  /**
   * Follows the chapter from now on. `first` is done before anything else; that all of it has been taken in once is
   * {@link ChapterAccess.settled}, so that nobody waits for records who only wants to see the first screen.
   */
  static begin(chapter: OpenedChapter, here: AccessHere, first: () => Promise<void>): ChapterAccess {
    const access = new ChapterAccess(chapter, here);
    known.set(chapter, access);
    access.run(first).catch(here.onFailure);
    const kinds = ['user', 'access', 'device'];
    const following = office(chapter).find({ selector: { kind: { $in: kinds } } }).$.subscribe(() => access.#noticed());
    chapter.beforeClose(async () => {
      following.unsubscribe();
      await access.#stop();
    });
    return access;
  }

  /** The role of who sits here, as the records say it. */
  get role(): ChapterRole {
    return this.#role;
  }

  /** The other entries of this PC's vault, to see whether a new passphrase is someone's already. */
  get entries(): readonly VaultEntry[] {
    return this.#vault.entries;
  }

  /** Calls `listener` when the chapter has to be locked, at once if that is so already. Returns what ends the listening. */
  onEnd(listener: (end: AccessEnd) => void): () => void {
    this.#ended.add(listener);
    if (this.#end) listener(this.#end);
    return () => this.#ended.delete(listener);
  }

  /** Resolves when nothing that was asked or noticed so far is still being done. */
  settled(): Promise<void> {
    return this.#turns.settled();
  }

  /** One change of users after another; afterwards keys, vault and boxes are as the records say. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.take(async () => {
      const result = await work();
      await this.#takeIn();
      if (await this.#tend()) await this.#takeIn();
      return result;
    });
  }

  /** Who holds which keys, as the records say now. */
  async holders(): Promise<KeyHolders> {
    const found = await office(this.chapter).find({ selector: { kind: { $in: ['user', 'access', 'device'] } } }).exec();
    const records = found.map((document) => document.toMutableJSON());
    return {
      users: records.filter((record): record is User => record.kind === 'user'),
      accesses: records.filter((record): record is Access => record.kind === 'access').sort((a, b) => (a.id < b.id ? -1 : 1)),
      devices: records.filter((record): record is Device => record.kind === 'device'),
    };
  }

  #noticed(): void {
    if (this.#stopped) return;
    clearTimeout(this.#quiet);
    this.#turns.take(() => this.#takeIn()).catch(this.#here.onFailure);
    this.#quiet = setTimeout(() => void this.run(() => Promise.resolve()).catch(this.#here.onFailure), QUIET);
  }

  async #stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#quiet);
    await this.#turns.settled();
  }

  async #takeIn(): Promise<void> {
    if (this.#stopped) return;
    const holders = await this.holders();
    const mine = holders.accesses.find((one) => one.id === this.id);
    if (mine) await this.#learn(mine.boxes);
    const exposed = exposedKeys(holders);
    this.chapter.ring.setExposed(exposed);
    const me = holders.users.find((user) => user.id === userIdOf(this.id));
    if (me) this.#role = chapterRole(me.role);
    await this.#keepVault(holders, exposed);
    if (holders.devices.some((device) => device.id === this.chapter.device && device.removed)) this.#tellEnd('computer');
    else if (mine && isTakenOut(holders, mine)) this.#tellEnd('user');
    else if (!partsOfRole(this.#role).includes('organizers') && this.chapter.ring.holds('organizers')) this.#tellEnd('role');
  }

  async #learn(boxes: readonly KeyBox[]): Promise<void> {
    let learned = false;
    for (const box of boxes) {
      if (this.chapter.ring.raw(box.part, box.k)) continue;
      const opened = await openBox(this.chapter.id, this.pair, box);
      if (opened && this.chapter.ring.learn(opened.part, opened.number, opened.key)) learned = true;
    }
    if (learned) await this.chapter.retryUnopened();
  }

  #tellEnd(end: AccessEnd): void {
    if (this.#end) return;
    this.#end = end;
    for (const listener of this.#ended) listener(end);
  }

  /** An entry whose record is not here (a database that was emptied) stays; one that was taken out goes. */
  async #keepVault(holders: KeyHolders, exposed: ReadonlySet<string>): Promise<void> {
    const { keep } = this.#here;
    const name = VAULT_PREFIX + this.chapter.id;
    if (holders.devices.some((device) => device.id === this.chapter.device && device.removed)) {
      await dropVaultCopy(this.chapter.pouch);
      return keep.remove(name);
    }
    const entries = new Map(this.#vault.entries.map((entry) => [entry.id, entry]));
    for (const one of holders.accesses) {
      const user = holders.users.find((record) => record.id === userIdOf(one.id));
      const card = user ? { id: user.id, name: user.name, role: chapterRole(user.role) } : null;
      const entry = await vaultEntryOf(this.chapter.id, this.chapter.ring, one, card);
      const before = entries.get(one.id);
      if (isTakenOut(holders, one)) entries.delete(one.id);
      else entries.set(one.id, !entry.card && before?.card ? { ...entry, card: before.card } : entry);
    }
    const sorted = [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#vault = { ...this.#vault, entries: sorted, exposed: [...exposed].sort() };
    const text = canonicalJson(this.#vault);
    this.#kept ??= await keep.read(name);
    if (text === this.#kept) return;
    await keep.write(name, text);
    this.#kept = text;
  }

  /** On an administrator's PC: keys in place of those that someone took along, and the boxes that are missing. */
  async #tend(): Promise<boolean> {
    if (this.#stopped || this.#end || !managesUsers(this.#role) || !this.chapter.ring.holds('organizers')) return false;
    const withdrawn = await this.#withdraw(await this.holders());
    const holders = await this.holders();
    const rotated = partsToRotate(holders, this.#numbers());
    for (const part of rotated) await this.#rotate(part);
    return (await this.#fillBoxes()) || rotated.length > 0 || withdrawn;
  }

  /** Takes back what someone may not hold any more; that they held it is remembered, since they may have kept it. */
  async #withdraw(holders: KeyHolders): Promise<boolean> {
    const surplus = holders.accesses.filter((one) => excessKeys(holders, one).length > 0 || (isTakenOut(holders, one) && one.locks.length > 0));
    for (const one of surplus) {
      await this.chapter.change('office', one.id, (now) => {
        if (now.kind !== 'access') return {};
        const names = new Set(excessKeys(holders, now));
        const patch: Partial<Access> = {
          boxes: now.boxes.filter((box) => !names.has(keyName(box.part, box.k))),
          revoked: [...new Set([...(now.revoked ?? []), ...names])].sort(),
          ...(isTakenOut(holders, now) && { removed: true, locks: [] }),
        };
        return patch;
      });
    }
    return surplus.length > 0;
  }

  /** A new key of a part. It is written before it is used, so that nothing is ever sealed under a key that was lost. */
  async #rotate(part: RotatedPart): Promise<void> {
    const sodium = await readySodium();
    const number = newKeyNumber(this.chapter.ring.numbers(part));
    const key = sodium.randombytes_buf(32);
    await this.#addBoxes(this.id, [await boxKey(this.chapter.id, this.pair.publicKey, part, number, key)]);
    this.chapter.ring.learn(part, number, key);
  }

  async #fillBoxes(): Promise<boolean> {
    const missing = missingBoxes(await this.holders(), this.#numbers());
    for (const id of new Set(missing.map((box) => box.access))) {
      const boxes: KeyBox[] = [];
      for (const { publicKey, part, number } of missing.filter((box) => box.access === id)) {
        const key = this.chapter.ring.raw(part, number);
        if (key) boxes.push(await boxKey(this.chapter.id, publicKey, part, number, key));
      }
      await this.#addBoxes(id, boxes);
    }
    return missing.length > 0;
  }

  async #addBoxes(id: string, boxes: readonly KeyBox[]): Promise<void> {
    await this.chapter.change('office', id, (now) => (now.kind === 'access' ? { boxes: [...now.boxes, ...boxes] } : {}));
  }

  #numbers(): KeyNumbers {
    const [chapter, organizers] = ROTATED_PARTS.map((part) => this.chapter.ring.numbers(part));
    return { chapter: chapter ?? [], organizers: organizers ?? [] };
  }
}

function office(chapter: OpenedChapter): RxCollection<RecordsByCollection['office']> {
  return chapter.collections.office;
}
