import { newRecordId } from '../domain/record.ts';
import { managesUsers } from '../domain/role.ts';
import type { ChapterAccess } from './chapter-access.ts';
import { ROTATED_PARTS } from './key-rotation.ts';
import { makeLock, newKeyPair } from './locks.ts';
import { newAccess } from './new-access.ts';
import { isWord, newRecoveryWords, RECOVERY_WORDS } from './recovery-words.ts';
import { readySodium } from './sodium.ts';
import { UserProblem } from './users.ts';
import { completeRecord } from './writing.ts';

/** A sheet that is being made. It opens nothing until three of its words were typed back. */
export interface RecoveryDraft {
  readonly words: readonly string[];
  readonly key: Uint8Array;
  /** Which three words are asked for, counted from 1, in rising order. */
  readonly asked: readonly number[];
}

const ASKED = 3;

/** Words for a new recovery sheet, in that language. They are kept nowhere; {@link forgetDraft} overwrites the key. */
export async function draftRecoverySheet(language: 'es' | 'en'): Promise<RecoveryDraft> {
  const sodium = await readySodium();
  const asked = new Set<number>();
  while (asked.size < ASKED) asked.add(1 + sodium.randombytes_uniform(RECOVERY_WORDS));
  return { ...(await newRecoveryWords(language)), asked: [...asked].sort((a, b) => a - b) };
}

/** The places, counted from 1, at which another word was typed than the sheet says. `typed` in the order of `asked`. */
export function wrongWords(draft: RecoveryDraft, typed: readonly string[]): readonly number[] {
  return draft.asked.filter((place, at) => !isWord(typed[at] ?? '', draft.words[place - 1] ?? ''));
}

/**
 * Makes the sheet valid and every earlier one invalid, once the three words are right; false when they are not. If there
 * was an earlier sheet the keys are changed too, so that it opens nothing that is written from now on.
 * Throws {@link UserProblem} `not-administrator` for anyone but an administrator.
 */
export async function keepRecoverySheet(access: ChapterAccess, draft: RecoveryDraft, typed: readonly string[]): Promise<boolean> {
  if (!managesUsers(access.role)) throw new UserProblem('not-administrator');
  if (wrongWords(draft, typed).length > 0) return false;
  await access.run(async () => {
    const { chapter } = access;
    const sodium = await readySodium();
    const earlier = (await access.holders()).accesses.filter((one) => one.owner === 'recovery' && one.removed !== true);
    const id = newRecordId('access');
    const pair = await newKeyPair();
    const made = await newAccess(chapter.id, chapter.ring, id, 'recovery', ROTATED_PARTS, await makeLock(id, draft.key, pair));
    sodium.memzero(pair.privateKey);
    const { owner, locks, boxes } = made;
    const record = completeRecord('office', { kind: 'access', owner, locks, boxes }, { user: chapter.user.id }, new Date().toISOString(), id);
    await chapter.collections.office.insert(record);
    for (const one of earlier) await chapter.change('office', one.id, { removed: true, locks: [] });
  });
  await forgetDraft(draft);
  return true;
}

/** Overwrites a draft's key: it was kept, or is not wanted any more. */
export async function forgetDraft(draft: RecoveryDraft): Promise<void> {
  const sodium = await readySodium();
  sodium.memzero(draft.key);
}
