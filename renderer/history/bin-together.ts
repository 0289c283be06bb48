import type { Chapter, CollectionName } from '../../shared/store/chapter-types.ts';

/** How many records are written at once. */
const CHUNK = 300;

/** Puts records in the bin together; the answer brings exactly those back. */
export async function binTogether(chapter: Chapter, records: readonly { readonly name: CollectionName; readonly id: string }[]): Promise<() => Promise<'undone'>> {
  await changeAll(chapter, records, new Date().toISOString());
  return async () => {
    await changeAll(chapter, records, undefined);
    return 'undone';
  };
}

async function changeAll(chapter: Chapter, records: readonly { readonly name: CollectionName; readonly id: string }[], deletedAt: string | undefined): Promise<void> {
  for (const name of new Set(records.map((record) => record.name))) {
    const ids = records.filter((record) => record.name === name).map(({ id }) => id);
    for (let from = 0; from < ids.length; from += CHUNK) await chapter.changeMany(name, ids.slice(from, from + CHUNK), { deletedAt });
  }
}
