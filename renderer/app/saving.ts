import { useMemo } from 'react';
import type { RxCollection } from 'rxdb';
import type { RecordBase } from '../../shared/domain/record.ts';
import type { Change, Chapter, CollectionName, NewRecord, RecordsByCollection } from '../../shared/store/chapter-types.ts';
import { words } from '../../shared/words/translate.ts';
import { useChapter, useUndoStack } from './chapter.tsx';
import { asOneStep, UndoStack } from './undo-stack.ts';

/** Words for the undo line; without them a step cannot be taken back, as with what the program itself writes. */
interface Undoable {
  readonly undoLabel?: string;
}

/** The ways a screen writes. Each resolves when the record is durable and rejects with a StoreProblem. */
export interface Save {
  create<N extends CollectionName>(name: N, fields: NewRecord<RecordsByCollection[N]>, undoable?: Undoable): Promise<RecordsByCollection[N]>;
  change<N extends CollectionName>(
    name: N,
    id: string,
    patch: Change<RecordsByCollection[N]>,
    undoable?: Undoable,
  ): Promise<RecordsByCollection[N]>;
  /** Puts a record in the bin, where it stays for 30 days (domain §6.3). */
  bin(name: CollectionName, id: string, undoable?: Undoable): Promise<void>;
  /** Takes a record out of the bin. */
  restore(name: CollectionName, id: string, undoable?: Undoable): Promise<void>;
  /** Several writes, one after the other, that "Undo" takes back as one step: those of them that have a label. */
  together<T>(undoLabel: string, writes: (save: Save) => Promise<T>): Promise<T>;
}

async function read<N extends CollectionName>(chapter: Chapter, name: N, id: string): Promise<RecordsByCollection[N] | null> {
  const collection = chapter.collections[name] as unknown as RxCollection<RecordBase>;
  const document = await collection.findOne(id).exec();
  return document === null ? null : (document.toJSON() as RecordsByCollection[N]);
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** The writing functions over one chapter; what they did can be taken back from `undo`. */
export function saveInto(chapter: Chapter, undo: UndoStack): Save {
  async function change<N extends CollectionName>(
    name: N,
    id: string,
    patch: Change<RecordsByCollection[N]>,
    undoable: Undoable = {},
  ): Promise<RecordsByCollection[N]> {
    let before: RecordsByCollection[N] | null = null;
    let given: Partial<RecordsByCollection[N]> = typeof patch === 'function' ? {} : patch;
    const written = await chapter.change(name, id, (now) => {
      before = now;
      given = typeof patch === 'function' ? patch(now) : patch;
      return given;
    });
    const fields = Object.keys(given) as (keyof RecordsByCollection[N])[];
    const label = undoable.undoLabel;
    const earlier = before as RecordsByCollection[N] | null;
    if (label === undefined || earlier === null || fields.every((field) => same(earlier[field], written[field]))) return written;
    const field = fields.find((one) => !same(earlier[one], written[one]));
    const kind = field !== 'deletedAt' ? 'changed' : written.deletedAt === undefined ? 'restored' : 'binned';
    undo.push({
      label,
      about: { name, id, kind, field: String(field), lang: words.language },
      undo: async () => {
        const now = await read(chapter, name, id);
        const ours = fields.filter((field) => now !== null && same(now[field], written[field]));
        if (ours.length === 0) return 'changed-since';
        const back = Object.fromEntries(ours.map((field) => [field, earlier[field]])) as Partial<RecordsByCollection[N]>;
        await chapter.change(name, id, back);
        return 'undone';
      },
    });
    return written;
  }

  const setBin = async (name: CollectionName, id: string, deletedAt: string | undefined, undoable?: Undoable): Promise<void> => {
    await change(name, id, { deletedAt }, undoable);
  };

  return {
    change,
    async create(name, fields, undoable = {}) {
      const made = await chapter.create(name, fields);
      const label = undoable.undoLabel;
      if (label !== undefined) {
        undo.push({
          label,
          about: { name, id: made.id, kind: 'created', lang: words.language },
          undo: async () => {
            await setBin(name, made.id, new Date().toISOString());
            return 'undone';
          },
        });
      }
      return made;
    },
    bin: (name, id, undoable) => setBin(name, id, new Date().toISOString(), undoable),
    restore: (name, id, undoable) => setBin(name, id, undefined, undoable),
    async together(undoLabel, writes) {
      const steps = new UndoStack();
      try {
        return await writes(saveInto(chapter, steps));
      } finally {
        // Also when one of them failed: what was written before it can be taken back.
        const whole = asOneStep(steps, undoLabel);
        if (whole !== undefined) undo.push(whole);
      }
    },
  };
}

/** The ways this screen writes records; steps with an `undoLabel` can be taken back with Ctrl+Z (domain §6.3). */
export function useSave(): Save {
  const chapter = useChapter();
  const undo = useUndoStack();
  return useMemo(() => saveInto(chapter, undo), [chapter, undo]);
}
