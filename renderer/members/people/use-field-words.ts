import { useMemo } from 'react';
import { useWords } from '../../app/language.tsx';

/** Labels of the fields of a person's form in the namespace `person`, and the words of their undo line. */
export function useFieldWords() {
  const t = useWords(['person', 'members']);
  return useMemo(() => {
    type Field = 'alsoKnownAs' | 'reads' | 'mailingAddress' | 'talents' | 'otherTalents' | 'canHost' | 'transport' | 'seats' | 'accessNeeds' | 'followedBy' | 'household' | 'tags' | 'potentialLeader' | 'isMinor';
    const label = (field: Field): string => t(`person:field.${field}`);
    return { label, undo: (field: Field) => (name: string) => t('members:undo.field', { field: label(field), name }) };
  }, [t]);
}
