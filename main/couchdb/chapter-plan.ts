import { randomToken } from '../../shared/domain/record.ts';
import { chapterRole } from '../../shared/sync/validation/refusal.ts';
import { plainName, type FreshAccount } from '../hub/account-making.ts';
import { accountStep, ourAccounts } from './account-steps.ts';
import { type CouchAdmin, membersOf } from './admin-client.ts';
import { CouchProblem } from './couch-problem.ts';
import { chapterReaders, DEVICE, networkDatabaseSteps } from './database-steps.ts';
import { registerStep, type KnownChapter, type KnownNetwork } from './register.ts';
import { standingOf, type Mode, type Step } from './step.ts';
import type { ErasedMarks } from '../../shared/sync/validation/parameters.ts';

const USUAL_DEVICES = 2;
const NEW_ID_LENGTH = 20;

/** What is wished of one chapter. */
export interface ChapterWish {
  readonly title: string;
  /** The id that the office's Convoca shows; null: the one it has here, or a new one for a chapter that is yet to start. */
  readonly id: string | null;
  /** How many accounts there shall be at least; null: those there are, or two. */
  readonly devices: number | null;
  readonly erased: ErasedMarks;
}

/** A chapter as it shall be, and the id it had before where that changes. */
export interface ChapterPlan extends KnownChapter {
  readonly before: string | null;
}

/**
 * Settles which id a chapter has (ADR 17). Rejects with `chapter-name`, `chapter-unknown` when only looking,
 * `id-taken`, or `chapter-has-records` when its records would be left behind under the old id.
 */
export async function planChapter(couch: CouchAdmin, network: KnownNetwork, { title, id }: Pick<ChapterWish, 'title' | 'id'>, mode: Mode): Promise<ChapterPlan> {
  const slot = plainName(title);
  if (slot === '') throw new CouchProblem('chapter-name', title);
  const known = network.chapters.find((one) => one.slot === slot);
  if (known === undefined && mode === 'check') throw new CouchProblem('chapter-unknown', title);
  const chapter = id ?? known?.chapter ?? randomToken(NEW_ID_LENGTH);
  const holder = network.chapters.find((one) => one.chapter === chapter && one.slot !== slot);
  if (holder !== undefined) throw new CouchProblem('id-taken', holder.title);
  const before = known !== undefined && known.chapter !== chapter ? known.chapter : null;
  if (before !== null && (await holdsRecords(couch, before))) throw new CouchProblem('chapter-has-records', title);
  return { slot, title: known?.title ?? title, chapter, before };
}

/** Everything that a chapter needs, in order. Accounts that are made are handed over with their passwords. */
export async function chapterSteps(couch: CouchAdmin, plan: ChapterPlan, wish: Pick<ChapterWish, 'devices' | 'erased'>, hand: (account: FreshAccount) => void): Promise<readonly Step[]> {
  const { slot, chapter, before } = plan;
  const role = chapterRole(before ?? chapter);
  // By name too: an account that lost its role is still the chapter's.
  const held = (await ourAccounts(couch)).filter(({ name, roles }) => roles.includes(role) || isNamedAfter(slot, name)).map(({ name }) => name);
  const asked = wish.devices ?? (held.length > 0 ? 0 : USUAL_DEVICES);
  const names = new Set([...held, ...Array.from({ length: asked }, (_, i) => `${slot}-${i + 1}`)]);
  return [
    registerStep(couch, plan),
    ...networkDatabaseSteps(couch, `chapter-${chapter}`, chapterReaders(chapter), wish.erased),
    ...[...names].sort(byNumber).map((name) => accountStep(couch, { name, roles: [DEVICE, chapterRole(chapter)] }, hand)),
    ...(before === null ? [] : [removalStep(couch, before)]),
  ];
}

/** `durham-2` is one of the chapter `durham`; `durham-north-1` is not. */
function isNamedAfter(slot: string, name: string): boolean {
  return name.startsWith(`${slot}-`) && /^[0-9]+$/.test(name.slice(slot.length + 1));
}

/** `durham-2` before `durham-10`. */
function byNumber(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : 1);
}

/** The empty database of an id that the chapter does not have any more. */
function removalStep(couch: CouchAdmin, chapter: string): Step {
  const path = `/chapter-${chapter}`;
  return {
    about: { en: `no empty database chapter-${chapter}`, es: `sin base de datos vacía chapter-${chapter}` },
    look: async () => ((await couch.find(path)) === null ? 'right' : standingOf(path, () => false)),
    mend: async () => {
      // Looked at once more: an office may have sent something since.
      if (await holdsRecords(couch, chapter)) throw new CouchProblem('chapter-has-records', chapter);
      await couch.ask('DELETE', path);
    },
  };
}

/** Whether there is anything in a chapter's database but the rule; deletions count. */
async function holdsRecords(couch: CouchAdmin, chapter: string): Promise<boolean> {
  const rows = membersOf(await couch.find(`/chapter-${chapter}/_changes?limit=2`)).results;
  return Array.isArray(rows) && rows.some((row) => !String(membersOf(row).id).startsWith('_design/'));
}
