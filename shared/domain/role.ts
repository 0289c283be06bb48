import { codeLabel, type Lang } from './codes.ts';

/** The roles of a chapter's own people, from least to most; the other codes of `user_role` are headquarters'. */
export const CHAPTER_ROLES = ['entry', 'leader', 'organizer', 'chapter_admin'] as const;
export type ChapterRole = (typeof CHAPTER_ROLES)[number];

/** The role that a code stands for. One that this version does not know gives the least access. */
export function chapterRole(code: string): ChapterRole {
  return CHAPTER_ROLES.find((role) => role === code) ?? 'entry';
}

/** The sealed parts that a role reads (domain §5.3): one-to-ones and notes are for organizers. `author` is everyone's own. */
export function partsOfRole(role: ChapterRole): readonly ('chapter' | 'organizers')[] {
  return role === 'organizer' || role === 'chapter_admin' ? ['chapter', 'organizers'] : ['chapter'];
}

/** Whether the role adds and removes people and PCs (domain §5.3: devices, revoke). */
export function managesUsers(role: ChapterRole): boolean {
  return role === 'chapter_admin';
}

/** The words for a role in a language. */
export function roleLabel(role: ChapterRole, lang: Lang): string {
  return codeLabel('user_role', role, lang);
}
