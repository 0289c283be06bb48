import { NO_FACTS, type PersonFacts } from '../../../shared/domain/people-filter.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { RecordBase } from '../../../shared/domain/record.ts';
import { Turns } from '../../../shared/names/turns.ts';
import type { CollectionName, RecordsByCollection } from '../../../shared/store/chapter-types.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { todayHere } from '../../../shared/words/date.ts';
import { mainPlace } from '../people/affiliations.ts';
import { CONTACT_SOURCES, type RecordsOf } from './contact-sources.ts';
import { deriveFacts, type DerivedFacts } from './derived-facts.ts';

/** What lists show and filters ask of a person beside what the directory of names has. */
export interface ListedFacts extends PersonFacts {
  readonly emails: readonly string[];
  readonly area: string;
  /** Roles at the main institution, codes of `affiliation_role`. */
  readonly roles: readonly string[];
  readonly followedBy?: string;
  /** Phones that nobody is to call. */
  readonly doNotCall: readonly string[];
}

type OwnFacts = Omit<ListedFacts, keyof DerivedFacts>;

export const NOTHING_KNOWN: ListedFacts = { ...NO_FACTS, emails: [], area: '', roles: [], doNotCall: [] };

/** Ids read at once before others get their turn. */
const BATCH = 500;
/** Changes within this time are told of once, in ms. */
const TELL_AFTER = 150;

const READ: readonly CollectionName[] = [...new Set(['office' as const, ...CONTACT_SOURCES.flatMap(({ collections }) => collections)])];

/**
 * The one index of what lists ask beyond names, over everybody in the open chapter. It reads the records in slices when it is first asked
 * for, and then follows them.
 */
export class PeopleFacts {
  readonly #chapter: Pick<OpenedChapter, 'collections' | 'heldIds'>;
  readonly #survivorOf: (id: string) => string;
  readonly #own = new Map<string, OwnFacts>();
  readonly #records = new Map<CollectionName, Map<string, RecordBase>>(READ.map((name) => [name, new Map<string, RecordBase>()]));
  /** Ids of people whose record was merged into another. */
  readonly #merged = new Set<string>();
  readonly #words = new Map<'tags' | 'talents', readonly string[]>();
  readonly #listeners = new Set<() => void>();
  #derived: ReadonlyMap<string, DerivedFacts> | null = null;
  #reading: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isFollowing = false;
  #isReady = false;
  #version = 0;

  constructor(chapter: Pick<OpenedChapter, 'collections' | 'heldIds'>, survivorOf: (id: string) => string) {
    this.#chapter = chapter;
    this.#survivorOf = survivorOf;
  }

  /** True once everything has been read; before that nobody has facts. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Grows with every change that was told of. */
  readonly version = (): number => this.#version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What is known of a person. */
  of(id: string): ListedFacts {
    const own = this.#own.get(id);
    if (own === undefined) return NOTHING_KNOWN;
    this.#derived ??= deriveFacts(this.#recordsOf, todayHere(), this.#survivorOf);
    return { ...NOTHING_KNOWN, ...own, ...this.#derived.get(id) };
  }

  /** All tags, or all talents, that anybody has, in the order of the alphabet. */
  wordsOf(field: 'tags' | 'talents'): readonly string[] {
    const known = this.#words.get(field);
    if (known !== undefined) return known;
    const all = new Set<string>();
    for (const own of this.#own.values()) for (const word of own[field]) all.add(word);
    const words = [...all].sort((one, other) => one.localeCompare(other, 'es'));
    this.#words.set(field, words);
    return words;
  }

  /** Reads and follows the records; may be called often. Rejects when they cannot be read, and may be called again then. */
  read(): Promise<void> {
    this.#reading ??= this.#readAll().catch((problem: unknown) => {
      this.#reading = null;
      throw problem;
    });
    return this.#reading;
  }

  readonly #recordsOf: RecordsOf = <N extends CollectionName>(name: N) => (this.#records.get(name)?.values() ?? []) as Iterable<RecordsByCollection[N]>;

  async #readAll(): Promise<void> {
    const { collections } = this.#chapter;
    const names: readonly CollectionName[] = ['people', ...READ];
    // Followed before reading, so that nothing falls between; what is read later is never older than the event.
    if (!this.#isFollowing) for (const name of names) this.#follow(name);
    this.#isFollowing = true;
    const turns = new Turns();
    for (const name of names) {
      const ids = await this.#chapter.heldIds(name);
      for (let from = 0; from < ids.length; from += BATCH) {
        const found = await collections[name].findByIds(ids.slice(from, from + BATCH)).exec();
        for (const document of found.values()) this.#put(name, document.toJSON());
        await turns.pause();
      }
    }
    this.#isReady = true;
    this.#tell();
  }

  /** The collections end it when the chapter closes. */
  #follow(name: CollectionName): void {
    this.#chapter.collections[name].eventBulks$.subscribe(({ events }) => {
      for (const { operation, documentId, documentData } of events) {
        if (operation === 'DELETE') this.#takeOut(name, documentId);
        else this.#put(name, documentData as RecordBase);
      }
      if (this.#isReady) this.#timer ??= setTimeout(() => this.#tell(), TELL_AFTER);
    });
  }

  #put(name: CollectionName, record: RecordBase): void {
    if (record.deletedAt !== undefined) this.#takeOut(name, record.id);
    else if (name === 'people') this.#putPerson(record as Person);
    else this.#records.get(name)?.set(record.id, record);
    this.#forget(name);
  }

  #putPerson(person: Person): void {
    // Whose record was merged, or is so no more, has what was written of them somewhere else now.
    if (this.#merged.delete(person.id) || person.mergedInto !== undefined) this.#derived = null;
    if (person.mergedInto !== undefined) this.#merged.add(person.id);
    this.#own.set(person.id, ownFacts(person));
  }

  #takeOut(name: CollectionName, id: string): void {
    if (name === 'people') {
      this.#own.delete(id);
      if (this.#merged.delete(id)) this.#derived = null;
    } else this.#records.get(name)?.delete(id);
    this.#forget(name);
  }

  /** Forgets what was made of records that are others now. */
  #forget(name: CollectionName): void {
    if (name === 'people') this.#words.clear();
    else this.#derived = null;
  }

  #tell(): void {
    this.#timer = null;
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

function ownFacts(person: Person): OwnFacts {
  return {
    tags: person.tags ?? [],
    talents: person.talents ?? [],
    canHost: person.canHost === true,
    isMinor: person.isMinor === true,
    isPotentialLeader: person.potentialLeader !== undefined,
    createdAt: person.createdAt,
    emails: person.contacts.filter(({ kind, status }) => kind === 'email' && status !== 'wrong').map(({ value }) => value),
    area: person.area ?? '',
    roles: mainPlace(person)?.roles ?? [],
    followedBy: person.followedBy,
    doNotCall: person.contacts.filter((contact) => contact.doNotCall === true).map(({ value }) => value),
  };
}
