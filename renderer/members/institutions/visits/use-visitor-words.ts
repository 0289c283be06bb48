import { displayName } from '../../../../shared/names/name-parts.ts';
import type { Visit } from '../../../../shared/domain/institution-changes.ts';
import { useLiveDirectory } from '../../people/use-people.ts';

/** Who went, in one line: people of ours by name, then others as they were written. */
export function useVisitorWords(): (visit: Pick<Visit, 'visitors' | 'visitorsAsWritten'>) => string {
  const { directory } = useLiveDirectory();
  return ({ visitors, visitorsAsWritten }) => {
    const names = visitors.map((id) => directory.get(id)).filter((entry) => entry !== undefined);
    return [...names.map(displayName), visitorsAsWritten].filter(Boolean).join(', ');
  };
}
