import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { CarefulTextField } from '../../ui/CarefulTextField.tsx';

/** An empty box for another way to reach a person, in words, with the gentle stop of every such text; empty again once it is written. */
export function AddOtherContact({ label, onAdd }: { label: string; onAdd: (typed: string) => Promise<unknown> }) {
  const t = useWords('person');
  // A box of its own for each way that is added.
  const [added, setAdded] = useState(0);
  const add = async (typed: string): Promise<void> => {
    if (typed.trim() === '') return;
    await onAdd(typed);
    setAdded((count) => count + 1);
  };
  return <CarefulTextField key={added} label={label} hint={t('hint.other')} value={undefined} onSave={add} />;
}
