import { useCallback, useMemo, useRef, useState } from 'react';
import type { RxCollection } from 'rxdb';
import type { RecordBase } from '../../shared/domain/record.ts';
import type { Chapter, NewRecord, RecordsByCollection } from '../../shared/store/chapter-types.ts';
import { useChapter } from '../app/chapter.tsx';
import { useRecord } from '../app/records.ts';
import { useSave, type Save } from '../app/saving.ts';

/** The collections that this workplace's forms write. */
type Edited = 'people' | 'institutions';

/** What a form knows of a record, written already or not yet. */
export type Fields<N extends Edited> = NewRecord<RecordsByCollection[N]>;

/** The words of the undo line, given the record's name. */
type UndoLabel = (name: string) => string;

function nameOf(fields: { readonly nameAsWritten?: string; readonly name?: string }): string {
  return fields.nameAsWritten ?? fields.name ?? '';
}

/**
 * Changes a record from what it says at that moment, so that two fields of one list that are left one right after the
 * other do not overwrite each other; the undo line gets the name that the record has then. Resolves when it is durable; rejects with a StoreProblem.
 */
export type EditRecord<N extends Edited> = (change: (now: Fields<N>) => Partial<RecordsByCollection[N]>, undoLabel: UndoLabel) => Promise<unknown>;

/** One after the other, also when one fails. */
function inTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => undefined);
    return next;
  };
}

async function changeFromNow<N extends Edited>(
  chapter: Chapter,
  save: Save,
  name: N,
  id: string,
  change: (now: Fields<N>) => Partial<RecordsByCollection[N]>,
  undoLabel: UndoLabel,
): Promise<void> {
  const collection = chapter.collections[name] as unknown as RxCollection<RecordBase>;
  const now = await collection.findOne(id).exec();
  if (now === null) return;
  const fields = now.toMutableJSON() as unknown as Fields<N>;
  const patch = change(fields);
  await save.change(name, id, patch, { undoLabel: undoLabel(nameOf({ ...fields, ...patch })) });
}

/** The way to change one record. */
export function useEditRecord<N extends Edited>(name: N, id: string): EditRecord<N> {
  const chapter = useChapter();
  const save = useSave();
  const turns = useMemo(() => inTurns(), []);
  return useCallback((change, undoLabel) => turns(() => changeFromNow(chapter, save, name, id, change, undoLabel)), [chapter, save, name, id, turns]);
}

export interface NewOne<N extends Edited> {
  readonly fields: Fields<N>;
  /** The record's id from the moment on that it is written. */
  readonly id: string | undefined;
  readonly edit: EditRecord<N>;
  /** The id at this very moment, for what happens after a write. */
  readonly written: () => string | undefined;
}

/**
 * A record that is being typed: held here until it is `ready` (has a name), then a record like any other. Whatever was
 * typed before goes into the record with it. `blank` must be stable.
 */
export function useNewRecord<N extends Edited>(name: N, blank: Fields<N>, ready: (fields: Fields<N>) => boolean): NewOne<N> {
  const chapter = useChapter();
  const save = useSave();
  const turns = useMemo(() => inTurns(), []);
  const [draft, show] = useState(blank);
  const [id, setId] = useState<string>();
  const held = useRef<{ draft: Fields<N>; id: string | undefined }>({ draft: blank, id: undefined });
  const record = useRecord(name, id);
  const edit = useCallback<EditRecord<N>>(
    (change, undoLabel) =>
      turns(async () => {
        if (held.current.id !== undefined) return changeFromNow(chapter, save, name, held.current.id, change, undoLabel);
        const next = { ...held.current.draft, ...change(held.current.draft) };
        if (ready(next)) {
          const made = await save.create(name, next, { undoLabel: undoLabel(nameOf(next)) });
          held.current.id = made.id;
          setId(made.id);
        }
        held.current.draft = next;
        show(next);
        return undefined;
      }),
    [chapter, save, turns, name, ready],
  );
  const written = useCallback(() => held.current.id, []);
  // A record has all the fields of a new one, and more.
  return { fields: (record as Fields<N> | null | undefined) ?? draft, id, edit, written };
}
