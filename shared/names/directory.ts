import { GIVEN_WORTH, phoneStartsOf, soundsOf, wordsOf, type DirectoryEntry } from './directory-entry.ts';
import { Place, positionOf } from './directory-place.ts';
import type { FrozenDirectory } from './frozen-directory.ts';
import { MergedMarks } from './merged-marks.ts';
import { compareSortKeys } from './name-parts.ts';
import { calledByBeginning } from './nicknames.ts';
import { searchTokens, writtenOut } from './normalize.ts';
import { soundKey } from './sound-key.ts';
import { WordIndex } from './word-index.ts';

export { directoryEntry, type DirectoryEntry } from './directory-entry.ts';

/** An institution as the directory knows it. */
export interface DirectoryInstitution {
  readonly id: string;
  readonly name: string;
  readonly otherNames?: readonly string[];
}

/** Somebody whom a line of a sheet may mean, and why they come where they come (domain §6.5 point 3). */
export interface TypedCandidate {
  readonly entry: DirectoryEntry;
  readonly from: 'expected' | 'institution' | 'chapter';
}

const NICKNAME_WORTH = 5;
const INSTITUTION_WORTH = 2;
const SCRAP_WORTH = 1;
/** Above any sum of worths, so that the tier decides before the match does. */
const TIER = 1000;

/**
 * The people of the open chapter in memory, for search and for typing sheets. Holds 12,000 people and answers a
 * keystroke in a few milliseconds; the caller keeps it up to date from the store's events. Records that were found to be
 * one person are one entry here, under whichever of their ids somebody asks (ADR 20).
 */
export class Directory {
  readonly #places = new Map<string, Place>();
  /** Records that stand under another person for now. */
  readonly #aside = new Map<string, DirectoryEntry>();
  readonly #marks = new MergedMarks();
  readonly #bySlot: (Place | undefined)[] = [];
  readonly #words = new WordIndex();
  readonly #sounds = new WordIndex();
  readonly #phones = new WordIndex();
  readonly #institutions = new Map<string, DirectoryInstitution>();
  readonly #members = new Map<string, Set<number>>();
  readonly #listeners = new Set<() => void>();
  #sorted: Place[] | null = null;
  #ranks: Int32Array | null = null;
  #shown: readonly DirectoryEntry[] | null = null;
  #version = 0;
  #merges = 0;

  /** Grows with every change; with {@link subscribe} it serves React's useSyncExternalStore. */
  get version(): number {
    return this.#version;
  }

  /** Grows when other records than before are one person. */
  get merges(): number {
    return this.#merges;
  }

  /** How many people there are. */
  get size(): number {
    return this.#places.size;
  }

  /** Calls `listener` after every change; the answer ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The entry of the person that an id stands for, or undefined when nobody has that id. */
  get(id: string): DirectoryEntry | undefined {
    return this.#places.get(this.survivorOf(id))?.entry;
  }

  /** The id of the person that an id stands for; the id itself unless the record was found to be somebody else's. */
  readonly survivorOf = (id: string): string => this.#marks.survivorOf(id, this.#isHere);

  /** All ids that stand for the same person as this one: the person's own first. */
  idsOf(id: string): readonly string[] {
    const survivor = this.survivorOf(id);
    return [survivor, ...this.#marks.tiedTo(id).filter((one) => one !== survivor && this.survivorOf(one) === survivor).sort()];
  }

  /** What each of the records says that stand for a person; none of those in the bin. */
  recordsOf(id: string): readonly DirectoryEntry[] {
    return this.idsOf(id).flatMap((one) => this.#places.get(one)?.entry ?? this.#aside.get(one) ?? []);
  }

  /** Everybody, in no order. */
  everybody(): readonly DirectoryEntry[] {
    return Array.from(this.#places.values(), ({ entry }) => entry);
  }

  /** The records that stand under another person. */
  absorbed(): readonly DirectoryEntry[] {
    return [...this.#aside.values()];
  }

  readonly #isHere = (id: string): boolean => this.#places.has(id) || this.#aside.has(id);

  /** Enters a person, or what changed of one. */
  put(entry: DirectoryEntry): void {
    this.putMany([entry]);
  }

  /** Enters many people at once, such as all of them at opening; listeners hear of it once. */
  putMany(entries: Iterable<DirectoryEntry>): void {
    let count = 0;
    for (const entry of entries) {
      const { id, mergedInto } = entry;
      const tied = this.#marks.tiedTo(id);
      this.#takeOut(id);
      this.#aside.delete(id);
      count += 1;
      // A few are put where they belong; many are sorted anew when somebody asks.
      if (count > 20) this.#sorted = null;
      if (!this.#marks.put(id, mergedInto) && tied.length === 1) {
        this.#enter(entry);
        continue;
      }
      this.#aside.set(id, entry);
      this.#placeAnew([...tied, ...this.#marks.tiedTo(id)]);
    }
    if (count > 0) this.#changed();
  }

  #enter(entry: DirectoryEntry): void {
    const place = new Place(this.#bySlot.length, entry);
    this.#seat(place);
    this.#words.add(place.slot, wordsOf(entry));
    this.#sounds.add(place.slot, soundsOf(entry));
    this.#phones.add(place.slot, phoneStartsOf(entry));
    this.#sorted?.splice(positionOf(this.#sorted, place), 0, place);
  }

  /** Of records tied by marks those that stand are in the list, the others aside. */
  #placeAnew(tied: readonly string[]): void {
    for (const id of new Set(tied)) {
      const stands = this.survivorOf(id) === id;
      const place = this.#places.get(id);
      const aside = this.#aside.get(id);
      if (place && !stands) {
        this.#aside.set(id, place.entry);
        this.#takeOut(id);
      } else if (aside && stands) {
        // Here before it is taken from aside, so that nobody on the way is missing.
        this.#enter(aside);
        this.#aside.delete(id);
      }
    }
    this.#merges += 1;
  }

  /** Everybody and every word as they are now, to begin with at the next opening. */
  freeze(): FrozenDirectory {
    const places = this.#inOrder();
    const newSlots = new Int32Array(this.#bySlot.length).fill(-1);
    places.forEach((place, rank) => (newSlots[place.slot] = rank));
    return {
      entries: places.map((place) => place.entry),
      aside: [...this.#aside.values()],
      marks: this.#marks.all,
      institutions: [...this.#institutions.values()].map(({ id, name, otherNames }) => ({ id, name, otherNames })),
      words: this.#words.freeze(newSlots),
      sounds: this.#sounds.freeze(newSlots),
      phones: this.#phones.freeze(newSlots),
    };
  }

  /** Begins with what was frozen, in a small part of the time that entering everybody takes. The directory must be empty. */
  thaw(frozen: FrozenDirectory): void {
    this.#words.thaw(frozen.words);
    this.#sounds.thaw(frozen.sounds);
    this.#phones.thaw(frozen.phones);
    const places = frozen.entries.map((entry, slot) => new Place(slot, entry));
    for (const place of places) this.#seat(place);
    for (const [id, into] of frozen.marks) this.#marks.put(id, into);
    for (const entry of frozen.aside) this.#aside.set(entry.id, entry);
    this.#sorted = places;
    this.putInstitutions(frozen.institutions);
  }

  #seat(place: Place): void {
    this.#bySlot.push(place);
    this.#places.set(place.entry.id, place);
    for (const institution of place.entry.institutions) {
      const members = this.#members.get(institution) ?? new Set();
      this.#members.set(institution, members.add(place.slot));
    }
  }

  /**
   * Takes a person out, for instance when the record went to the bin; nothing happens when the id is not here. A record in
   * the bin still leads to the person that it was merged into.
   */
  remove(id: string, mergedInto?: string): void {
    const tied = this.#marks.tiedTo(id);
    const wasHere = this.#isHere(id);
    this.#takeOut(id);
    this.#aside.delete(id);
    const isTold = this.#marks.put(id, mergedInto);
    if (isTold || tied.length > 1) this.#placeAnew([...tied, ...this.#marks.tiedTo(id)]);
    if (wasHere || isTold) this.#changed();
  }

  /** Enters institutions or their new names; people are found by them. */
  putInstitutions(institutions: Iterable<DirectoryInstitution>): void {
    for (const institution of institutions) this.#institutions.set(institution.id, institution);
    this.#changed();
  }

  /** Takes an institution out; its people stay. */
  removeInstitution(id: string): void {
    if (this.#institutions.delete(id)) this.#changed();
  }

  /** The institution's name, or an empty text when the id is not known. */
  institutionName(id: string | undefined): string {
    return id === undefined ? '' : (this.#institutions.get(id)?.name ?? '');
  }

  /** Everybody by surname in Spanish order (domain §6.4 point 8). The same array until something changes. */
  sorted(): readonly DirectoryEntry[] {
    this.#shown ??= this.#inOrder().map((place) => place.entry);
    return this.#shown;
  }

  /** The people of an institution, by surname. */
  membersOf(institution: string): readonly DirectoryEntry[] {
    const ranks = this.#rankBySlot();
    const slots = [...(this.#members.get(institution) ?? [])].sort((one, other) => (ranks[one] ?? 0) - (ranks[other] ?? 0));
    return slots.flatMap((slot) => this.#bySlot[slot]?.entry ?? []);
  }

  /**
   * People in whom every typed word begins a word of the name, a nickname of it, the called name, the institution's
   * name or a phone's digits; accents and order do not matter (domain §6.4 point 8). Best first. When nobody is found so,
   * those whose name sounds like it, and then those who have it anywhere in a word. An empty query finds nobody.
   */
  search(query: string, options: { readonly limit: number }): DirectoryEntry[] {
    const written = this.#everyWord(startsOf(query), (start, found) => {
      this.#findNamed(start, found);
      this.#findInInstitutions(start, found);
    });
    const heard = written.size > 0 ? written : this.#everySound(query);
    const found = heard.size > 0 ? heard : this.#everyScrap(query);
    return this.#best(found, options.limit).map((place) => place.entry);
  }

  /**
   * Whom a typed beginning of any part of a name may mean: people of `preferred` (the expected list) first, then of the
   * institution, then of the chapter; at most `limit` (domain §6.5 point 3).
   */
  candidatesFor(
    typed: string,
    options: { readonly preferred: ReadonlySet<string>; readonly institution?: string; readonly limit: number },
  ): TypedCandidate[] {
    const { preferred, institution, limit } = options;
    const tierOf = ({ entry }: Place): number => {
      if (preferred.has(entry.id)) return 2;
      return institution !== undefined && entry.institutions.includes(institution) ? 1 : 0;
    };
    const written = this.#everyWord(startsOf(typed), (start, found) => this.#findNamed(start, found));
    const best = this.#best(written, limit, tierOf);
    if (best.length < limit) {
      const sounding = this.#everySound(typed);
      for (const slot of written.keys()) sounding.delete(slot);
      best.push(...this.#best(sounding, limit - best.length, tierOf));
    }
    return best.map((place) => ({
      entry: place.entry,
      from: (['chapter', 'institution', 'expected'] as const)[tierOf(place)] ?? 'chapter',
    }));
  }

  #takeOut(id: string): void {
    const place = this.#places.get(id);
    if (!place) return;
    if (this.#sorted) this.#sorted.splice(this.#sorted.indexOf(place), 1);
    this.#places.delete(id);
    this.#bySlot[place.slot] = undefined;
    this.#words.remove(place.slot, wordsOf(place.entry).keys());
    this.#sounds.remove(place.slot, soundsOf(place.entry).keys());
    this.#phones.remove(place.slot, phoneStartsOf(place.entry).keys());
    for (const institution of place.entry.institutions) this.#members.get(institution)?.delete(place.slot);
  }

  /** Tells the listeners that the same words find others than before: the table of nicknames is another one. */
  searchesAnew(): void {
    this.#changed();
  }

  #changed(): void {
    this.#version += 1;
    this.#shown = null;
    this.#ranks = null;
    for (const listener of this.#listeners) listener();
  }

  #inOrder(): Place[] {
    this.#sorted ??= [...this.#places.values()].sort((one, other) => compareSortKeys(one.key, other.key));
    return this.#sorted;
  }

  #findNamed(start: string, found: Map<number, number>): void {
    this.#words.find(start, found);
    for (const name of calledByBeginning(start)) this.#words.findWhole(name, GIVEN_WORTH, NICKNAME_WORTH, found);
    const full = writtenOut(start);
    if (full !== start) this.#words.find(full, found);
    if (/^\d{3,}$/.test(start)) this.#phones.find(start, found);
  }

  #findInInstitutions(start: string, found: Map<number, number>): void {
    for (const { id, name, otherNames = [] } of this.#institutions.values()) {
      const members = this.#members.get(id);
      if (!members?.size || !searchTokens([name, ...otherNames].join(' ')).some((word) => word.startsWith(start))) continue;
      for (const slot of members) if (!found.has(slot)) found.set(slot, INSTITUTION_WORTH);
    }
  }

  #everySound(query: string): Map<number, number> {
    const words = query.split(/[\s,-]+/).filter((word) => searchTokens(word).length > 0);
    const keys = words.map(soundKey);
    // Two letters by ear would find half the chapter.
    if (words.some((word) => word.length < 3) || keys.some((key) => key.length < 2)) return new Map();
    return this.#everyWord(keys, (start, found) => this.#sounds.find(start, found));
  }

  /** A piece from the middle of a name or a phone, such as a torn corner leaves of it. */
  #everyScrap(query: string): Map<number, number> {
    const scraps = startsOf(query);
    if (scraps.some((scrap) => scrap.length < 3)) return new Map();
    return this.#everyWord(scraps, (scrap, found) => {
      this.#findNamed(scrap, found);
      (/^\d+$/.test(scrap) ? this.#phones : this.#words).findWithin(scrap, SCRAP_WORTH, found);
    });
  }

  /** Slots that `find` finds for each of the words, with the sum of what their matches are worth. */
  #everyWord(starts: readonly string[], find: (start: string, found: Map<number, number>) => void): Map<number, number> {
    let sums: Map<number, number> | undefined;
    for (const start of starts) {
      const found = new Map<number, number>();
      find(start, found);
      if (sums) {
        for (const [slot, worth] of sums) {
          const more = found.get(slot);
          if (more === undefined) sums.delete(slot);
          else sums.set(slot, worth + more);
        }
      } else {
        sums = found;
      }
    }
    return sums ?? new Map<number, number>();
  }

  #best(found: ReadonlyMap<number, number>, limit: number, tierOf: (place: Place) => number = () => 0): Place[] {
    const ranks = this.#rankBySlot();
    const hits: { readonly place: Place; readonly worth: number; readonly rank: number }[] = [];
    for (const [slot, worth] of found) {
      const place = this.#bySlot[slot];
      if (place) hits.push({ place, worth: tierOf(place) * TIER + worth, rank: ranks[slot] ?? 0 });
    }
    hits.sort((one, other) => other.worth - one.worth || one.rank - other.rank);
    return hits.slice(0, limit).map((hit) => hit.place);
  }

  #rankBySlot(): Int32Array {
    if (!this.#ranks) {
      const ranks = new Int32Array(this.#bySlot.length);
      this.#inOrder().forEach((place, rank) => (ranks[place.slot] = rank));
      this.#ranks = ranks;
    }
    return this.#ranks;
  }
}

/** The beginnings to look for: the query's words, or one run of digits when it is a phone. */
function startsOf(query: string): string[] {
  if (/^[\d\s().+-]+$/.test(query)) {
    const digits = query.replace(/\D/g, '');
    return digits === '' ? [] : [digits];
  }
  return searchTokens(query);
}
