import { chapterRole, managesUsers, type ChapterRole } from '../../shared/domain/role.ts';
import { accessOf, type ChapterAccess } from '../../shared/store/chapter-access.ts';
import { useChapter } from './chapter.tsx';
import { useRecord } from './records.ts';

/** Who sits here, as far as screens ask. */
export interface UserAccess {
  /** Null where the chapter was opened without a vault, as some tests do. */
  readonly access: ChapterAccess | null;
  readonly role: ChapterRole;
  /** True for an administrator: adds and removes people and PCs (domain §5.3). */
  readonly manages: boolean;
}

/** The role of who sits here, as the records say it now. */
export function useAccess(): UserAccess {
  const chapter = useChapter();
  const access = accessOf(chapter);
  const record = useRecord('office', chapter.user.id);
  const role = record?.kind === 'user' ? chapterRole(record.role) : (access?.role ?? 'entry');
  return { access, role, manages: access !== null && managesUsers(role) };
}

/** True when this user reads what is for organizers: notes and one-to-ones (domain §5.3, L2). */
export function useReadsOrganizers(): boolean {
  return useChapter().ring.holds('organizers');
}
