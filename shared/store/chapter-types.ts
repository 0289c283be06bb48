import type { RxCollection } from 'rxdb';
import type { Institution } from '../domain/institution.ts';
import type { DuesPayment, Visit } from '../domain/institution-changes.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Bilingual, RecordBase } from '../domain/record.ts';
import type { OfficeRecord } from '../domain/office.ts';
import type { Person } from '../domain/person.ts';
import type { Sheet } from '../domain/sheet.ts';

/** What each collection of a chapter holds (design §3). */
export interface RecordsByCollection {
  people: Person;
  institutions: Institution;
  gatherings: Meeting;
  sheets: Sheet;
  office: OfficeRecord;
  programs: Visit;
  money: DuesPayment;
}
export type CollectionName = keyof RecordsByCollection;

/** The fields a caller gives for a new record; id, times and author are the store's. */
export type NewRecord<R extends RecordBase> = R extends RecordBase
  ? Omit<R, 'id' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'>
  : never;

/** New values of some fields, or how to find them from the record as it is at the moment of writing. */
export type Change<R> = Partial<R> | ((now: R) => Partial<R>);

/** An opened chapter: its records in RxDB for live queries, and the ways to write them. */
export interface Chapter {
  readonly id: string;
  /** `chapter-<id>`: the database's name here, at the hub and at the central CouchDB. */
  readonly database: string;
  readonly user: { readonly id: string; readonly name: string };
  /** Id of this PC's device record. */
  readonly device: string;
  /** For live queries. Write through the functions below, which stamp author and time. */
  readonly collections: { readonly [N in CollectionName]: RxCollection<RecordsByCollection[N]> };
  /** Resolves with the record when it is durable; rejects with a {@link StoreProblem}. */
  create<N extends CollectionName>(name: N, fields: NewRecord<RecordsByCollection[N]>): Promise<RecordsByCollection[N]>;
  /** Up to a few hundred records in one write; all of them are durable when it resolves. */
  createMany<N extends CollectionName>(
    name: N,
    many: readonly NewRecord<RecordsByCollection[N]>[],
  ): Promise<readonly RecordsByCollection[N][]>;
  /**
   * Changes fields of one record; `undefined` removes a field. Resolves when it is durable. What depends on the record
   * as it is (one more item of a list) is given as a function, so that two quick changes cannot lose one of them.
   */
  change<N extends CollectionName>(name: N, id: string, patch: Change<RecordsByCollection[N]>): Promise<RecordsByCollection[N]>;
  /** The same patch for many records, such as an import that is undone (`deletedAt`). */
  changeMany<N extends CollectionName>(name: N, ids: readonly string[], patch: Partial<RecordsByCollection[N]>): Promise<void>;
  /**
   * Changes each of up to a few hundred records by what `patch` makes of it as it is then; null leaves one as it is. Resolves with the ids
   * of those that were changed, once they are durable.
   */
  changeEach<N extends CollectionName>(
    name: N,
    ids: readonly string[],
    patch: (now: RecordsByCollection[N]) => Partial<RecordsByCollection[N]> | null,
  ): Promise<readonly string[]>;
  /** Forgets the keys and closes the databases; what was acknowledged is on the disk. */
  close(): Promise<void>;
}

/** Why the store could not do what was asked; each has a sentence in namespace `errors` under `store.<code>`. */
export const STORE_PROBLEMS = ['storage-full', 'records-missing', 'newer-schema', 'wrong-key', 'damaged', 'gone', 'closed', 'key-missing', 'not-yours'] as const;
export type StoreProblemCode = (typeof STORE_PROBLEMS)[number];

/** An error of the store with a code that the screens have a sentence for. Its message names no record's content. */
export class StoreProblem extends Error {
  readonly code: StoreProblemCode;
  constructor(code: StoreProblemCode, options?: ErrorOptions) {
    super(`store: ${code}`, options);
    this.name = 'StoreProblem';
    this.code = code;
  }
}

/** A chapter that this PC can open, as the unlock screen lists it. Names of chapters are public. */
export interface ChapterListing {
  readonly database: string;
  readonly name: Bilingual;
  readonly practice: boolean;
  /** True when a printed recovery sheet opens it too. */
  readonly hasSheet: boolean;
  /** Why this PC's keys to it cannot be read: then nothing else is known of it. */
  readonly problem?: 'damaged' | 'newer-schema';
}

/** What the screen "Start a chapter" asks for. */
export interface ChapterStart {
  readonly chapterName: Bilingual;
  readonly pcName: string;
  readonly userName: string;
  readonly passphrase: string;
  readonly areaCode: string;
  readonly phone: string;
  readonly email: string;
  readonly practice: boolean;
}

/** What the screen "Join a chapter" asks for: the file, its six words, and who sits here. */
export interface ChapterJoin {
  readonly invitation: Uint8Array;
  readonly words: string;
  readonly pcName: string;
  readonly userName: string;
  readonly passphrase: string;
}

/** Why a chapter did not open; sentences in namespace `opening` under `problem.<code>`. */
export const OPENING_PROBLEMS = [
  'wrong-passphrase',
  'wrong-words',
  'not-an-invitation',
  'invitation-expired',
  'already-here',
  'wrong-sheet',
  'not-a-backup',
  'newer-backup',
  'other-chapter',
  'damaged-backup',
] as const;
export type OpeningProblemCode = (typeof OPENING_PROBLEMS)[number];

/** An error of opening, starting or joining a chapter. */
export class OpeningProblem extends Error {
  readonly code: OpeningProblemCode;
  constructor(code: OpeningProblemCode, options?: ErrorOptions) {
    super(`opening: ${code}`, options);
    this.name = 'OpeningProblem';
    this.code = code;
  }
}
