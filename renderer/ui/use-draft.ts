import { useCallback, useEffect, useRef, useState } from 'react';
import { useFlush } from '../app/unsaved.ts';

/** Where a field's text stands: as the record has it, typed, on its way, written, or not written. */
export type DraftState = 'kept' | 'typed' | 'saving' | 'saved' | 'failed';

/** How long the written value is shown while the record's own change is on its way back, in ms. */
const SETTLE = 600;

export interface Draft<T> {
  readonly value: T;
  readonly state: DraftState;
  /** What went wrong when `state` is 'failed'. */
  readonly problem: unknown;
  readonly set: (value: T) => void;
  /** Writes what is typed; does nothing when nothing is. Never rejects: a failure shows in `state`. */
  readonly save: () => Promise<void>;
  /** Sets and writes at once, for choices. */
  readonly setAndSave: (value: T) => Promise<void>;
  /** Back to what the record has. */
  readonly restore: () => void;
}

/**
 * A field's own copy of a record's value (domain §6.3): saved when asked (on leaving), kept as typed when saving fails,
 * and following changes from elsewhere only while nothing is typed. What is typed is also written when the
 * field disappears, and before locking.
 */
export function useDraft<T>(kept: T, onSave: (value: T) => Promise<unknown>): Draft<T> {
  const [draft, setDraft] = useState<{ readonly value: T } | null>(null);
  const [state, setState] = useState<DraftState>('kept');
  const [problem, setProblem] = useState<unknown>();
  // The newest values, for handlers that outlive a paint (leaving, locking, disappearing).
  const now = useRef({ kept, onSave, draft, typed: false });
  useEffect(() => {
    now.current.kept = kept;
    now.current.onSave = onSave;
  });

  const change = useCallback((value: T): void => {
    now.current.draft = { value };
    now.current.typed = true;
    setDraft({ value });
    setState('typed');
    setProblem(undefined);
  }, []);

  const write = useCallback(async (): Promise<void> => {
    const { draft: typed, kept: before, onSave: send, typed: dirty } = now.current;
    if (!dirty || typed === null) return;
    now.current.typed = false;
    if (JSON.stringify(typed.value) === JSON.stringify(before)) {
      now.current.draft = null;
      setDraft(null);
      setState('kept');
      return;
    }
    setState('saving');
    try {
      await send(typed.value);
      // Typed on while it was being written: that text stays a draft.
      if (now.current.draft === typed) setState('saved');
    } catch (reason) {
      now.current.typed = true;
      setProblem(reason);
      setState('failed');
      throw reason;
    }
  }, []);

  const restore = useCallback((): void => {
    now.current.draft = null;
    now.current.typed = false;
    setDraft(null);
    setState('kept');
    setProblem(undefined);
  }, []);

  // After writing, the record's change comes back by itself; then the field follows the record again.
  useEffect(() => {
    if (state !== 'saved') return undefined;
    const settled = setTimeout(() => {
      if (now.current.typed) return;
      now.current.draft = null;
      setDraft(null);
    }, SETTLE);
    return () => clearTimeout(settled);
  }, [state, draft]);

  useFlush(write);
  useEffect(() => {
    const current = now.current;
    return () => {
      // A failure here has no field left to show it; the shell's notice does.
      if (current.typed) void write();
    };
  }, [write]);

  const save = useCallback(() => write().catch(() => undefined), [write]);
  return {
    value: draft === null ? kept : draft.value,
    state,
    problem,
    set: change,
    save,
    setAndSave: useCallback(
      (value: T) => {
        change(value);
        return save();
      },
      [change, save],
    ),
    restore,
  };
}
