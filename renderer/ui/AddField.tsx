import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useFlush } from '../app/unsaved.ts';
import { FailedLine } from './FailedLine.tsx';
import { Field } from './Field.tsx';
import { TextBox } from './TextField.tsx';

/** An empty box that adds what is typed when it is left or Enter is pressed; what could not be written stays in it. */
export function AddField({
  label,
  hint,
  type = 'text',
  onAdd,
  sentenceOf,
}: {
  label: string;
  hint?: string;
  type?: 'text' | 'tel' | 'email';
  onAdd: (typed: string) => Promise<unknown>;
  /** The sentence for a problem of the typed text itself, which trying again would not mend; undefined for any other. */
  sentenceOf?: (problem: unknown) => string | undefined;
}) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const now = useRef({ typed, onAdd });
  useEffect(() => {
    now.current = { typed, onAdd };
  });
  const add = useCallback(async (): Promise<void> => {
    const text = now.current.typed.trim();
    if (text === '') return;
    // Emptied at once, so that leaving the box right after Enter does not add twice.
    now.current.typed = '';
    setTyped('');
    try {
      await now.current.onAdd(text);
      setProblem(null);
    } catch (failure) {
      now.current.typed = text;
      setTyped(text);
      setProblem(failure);
      throw failure;
    }
  }, []);
  useFlush(add);
  const tryAdding = (): void => {
    add().catch(() => undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.ctrlKey) tryAdding();
    if (event.key !== 'Escape' || typed === '') return;
    event.stopPropagation();
    setTyped('');
    setProblem(null);
  };
  const failed = problem === null ? undefined : (sentenceOf?.(problem) ?? <FailedLine problem={problem} onRetry={tryAdding} />);
  return (
    <Field label={label} hint={hint} error={failed}>
      {(control) => (
        <TextBox
          id={control.id}
          aria-describedby={control['aria-describedby']}
          error={failed !== undefined}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={tryAdding}
          onKeyDown={onKeyDown}
          options={{ type }}
        />
      )}
    </Field>
  );
}
