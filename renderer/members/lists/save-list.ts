import type { Host } from '../../../shared/host.ts';
import type { Chapter } from '../../../shared/store/chapter-types.ts';
import { csvFile } from '../../../shared/words/csv.ts';

/** What is noted of a list that is saved as a file. */
export interface SavedList {
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly string[];
  readonly reason: string;
}

/**
 * Saves a list of people as a file. That somebody does is noted first, so that no list leaves unnoticed: rejects with a
 * StoreProblem, and saves nothing, when it cannot be. False when the person changed their mind.
 */
export async function saveList(chapter: Pick<Chapter, 'create' | 'change'>, files: Pick<Host['files'], 'save'>, { rows, columns, reason }: SavedList, today: Date): Promise<boolean> {
  const note = await chapter.create('office', { kind: 'export', exported: rows.length - 1, columns: [...columns], exportReason: reason, outcome: 'begun' });
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  // The name tells nothing of what is inside: it stays in the list of files that were opened last.
  const saved = await files.save(`${day}.csv`, 'text/csv', csvFile(rows));
  await chapter.change('office', note.id, { outcome: saved ? 'saved' : 'cancelled' });
  return saved;
}
