import type { MangoQuery, RxCollection } from 'rxdb';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RecordBase } from '../../shared/domain/record.ts';
import type { CollectionName, RecordsByCollection } from '../../shared/store/chapter-types.ts';
import { useChapter } from './chapter.tsx';

type AnyCollection = RxCollection<RecordBase>;

/** What a live question has answered so far; `loading` until the first answer. */
interface Live<T> {
  readonly key: string;
  readonly value: T;
}

/** A plain object of a record: RxDB's own, frozen, so that no screen changes it by accident. */
function plain<N extends CollectionName>(document: { toJSON(): unknown }): RecordsByCollection[N] {
  return document.toJSON() as RecordsByCollection[N];
}

/**
 * One record as a live plain object: `undefined` while it is read, `null` when there is none.
 * A record in the bin is given too, with its `deletedAt`.
 */
export function useRecord<N extends CollectionName>(name: N, id: string | undefined): RecordsByCollection[N] | null | undefined {
  const chapter = useChapter();
  const [live, show] = useState<Live<RecordsByCollection[N] | null>>();
  const key = `${name}/${id ?? ''}`;
  useEffect(() => {
    if (id === undefined) return undefined;
    const collection = chapter.collections[name] as unknown as AnyCollection;
    const watching = collection.findOne(id).$.subscribe((document) => {
      show({ key, value: document === null ? null : plain<N>(document) });
    });
    return () => watching.unsubscribe();
  }, [chapter, name, id, key]);
  return live?.key === key ? live.value : undefined;
}

/**
 * The records that answer a question, as live plain objects; `undefined` while they are read.
 * Records in the bin are left out unless `bin` says otherwise. The question may be written in place.
 */
export function useLiveQuery<N extends CollectionName>(
  name: N,
  query: MangoQuery<RecordsByCollection[N]> = {},
  bin: 'without-bin' | 'only-bin' | 'with-bin' = 'without-bin',
): readonly RecordsByCollection[N][] | undefined {
  const chapter = useChapter();
  const [live, show] = useState<Live<readonly RecordsByCollection[N][]>>();
  const key = `${name}/${bin}/${JSON.stringify(query)}`;
  // The text of the question stands for it, so that a question written in place does not start anew at each paint.
  const question = useMemo(() => {
    const asked = JSON.parse(key.slice(name.length + bin.length + 2)) as MangoQuery<RecordBase>;
    if (bin === 'with-bin') return asked;
    const lies = { deletedAt: { $exists: bin === 'only-bin' } };
    return { ...asked, selector: asked.selector === undefined ? lies : { $and: [asked.selector, lies] } };
  }, [key, name, bin]);
  const follow = useCallback(() => {
    const collection = chapter.collections[name] as unknown as AnyCollection;
    const watching = collection.find(question).$.subscribe((documents) => {
      show({ key, value: documents.map((document) => plain<N>(document)) });
    });
    return () => watching.unsubscribe();
  }, [chapter, name, question, key]);
  useEffect(follow, [follow]);
  return live?.key === key ? live.value : undefined;
}
