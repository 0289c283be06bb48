import type { ReactElement } from 'react';
import { newTestHost } from '../../shared/store/test-host.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { showInChapter } from '../app/in-chapter.tsx';
import { historyRoutes } from './routes.tsx';

/** For tests: the bin, today's changes or a part of a page. */
export function showHistory(chapter: OpenedChapter, address: string, part: ReactElement | null = null) {
  return showInChapter(chapter, [...historyRoutes, { path: '*', element: part }], address, newTestHost());
}
