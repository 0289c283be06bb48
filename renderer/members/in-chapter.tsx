import type { ReactElement } from 'react';
import type { Host } from '../../shared/host.ts';
import { randomToken } from '../../shared/domain/record.ts';
import { newChapterKeys } from '../../shared/store/keys.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { openTestChapter } from '../../shared/store/test-chapter.ts';
import { newTestHost } from '../../shared/store/test-host.ts';
import { showInChapter } from '../app/in-chapter.tsx';
import { membersRoutes } from './routes.tsx';

/** For tests: a real chapter in memory. */
export async function newChapter(): Promise<OpenedChapter> {
  return openTestChapter(randomToken(20), await newChapterKeys());
}

/** For tests: this workplace's screens at an address; `frame` stands around them. */
export function showMembers(chapter: OpenedChapter, address: string, files: Partial<Host['files']> = {}, frame: ReactElement | null = null) {
  const machine = newTestHost();
  const host: Host = { ...machine, files: { ...machine.files, ...files } };
  return showInChapter(chapter, frame === null ? membersRoutes : [{ element: frame, children: membersRoutes }], address, host);
}
