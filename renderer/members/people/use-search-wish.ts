import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import { useSearch } from '../../app/search.tsx';
import { flushUnsaved } from '../../app/unsaved.ts';
import { personPath } from '../paths.ts';

/**
 * Does what Enter or ↓ in the search field asked as soon as the list shows what was typed: opens the first person found,
 * or gives the cursor to the list. Gives a number that grows whenever the list shall take the cursor.
 */
export function useSearchWish({ people, ready }: { people: readonly DirectoryEntry[]; ready: boolean }): number {
  const { wish, setWish } = useSearch();
  const navigate = useNavigate();
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (wish === null || !ready) return;
    setWish(null);
    const [first] = people;
    if (first === undefined) return;
    if (wish === 'list') {
      setTimes((before) => before + 1);
      return;
    }
    // A field that could not be written says so itself and stays on the screen.
    flushUnsaved().then(
      () => void navigate(personPath(first.id)),
      () => undefined,
    );
  }, [wish, ready, people, setWish, navigate]);
  return times;
}
