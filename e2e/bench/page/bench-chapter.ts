import type { ChapterKeys } from '../../../shared/store/sealing.ts';
import { openRecords, type OpenedChapter } from '../../../shared/store/open-records.ts';
import { openMemoryShelf } from '../../../shared/store/snapshot-shelf.ts';

/** Opens the bench's chapter; `fromShelf` false: from the database alone, as after a lost or damaged snapshot. */
export function openBenchChapter(id: string, keys: ChapterKeys, fromShelf: boolean): Promise<OpenedChapter> {
  return openRecords({
    ...(fromShelf ? {} : { shelf: openMemoryShelf() }),
    id,
    keys,
    user: { id: 'user:bench', name: '' },
    device: 'device:bbbbbbbbbbbbbbbbbbbb',
    adapter: 'idb',
    onFailure: (problem) => {
      throw problem;
    },
  });
}
