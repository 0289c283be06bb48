import type { OfficeRecord } from '../../shared/domain/office.ts';
import { effectiveSettings, type Settings } from '../../shared/domain/settings.ts';
import type { Directory } from '../../shared/names/directory.ts';
import { setNicknames } from '../../shared/names/nicknames.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';

/**
 * Uses the chapter's nicknames in search and comparing, as its settings say now and whenever they change here or elsewhere.
 * The answer ends it, and the table is as it comes with the app again: another chapter may be opened next.
 */
export function followNicknames({ collections: { office } }: Pick<OpenedChapter, 'collections'>, directory: Directory): () => void {
  const watching = office.find({ selector: { kind: 'settings' } }).$.subscribe((documents) => {
    const records = documents.map((document) => document.toJSON() as OfficeRecord);
    const settings = records.find((record): record is Settings => record.kind === 'settings');
    if (setNicknames(settings === undefined ? null : effectiveSettings(settings))) directory.searchesAnew();
  });
  return () => {
    watching.unsubscribe();
    setNicknames(null);
  };
}
