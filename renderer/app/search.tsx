import { createContext, use, useMemo, useState, type ReactNode } from 'react';

/** What a key in the search field asks of the list: to open the first found, or to take the cursor. */
export type SearchWish = 'open' | 'list';

interface Search {
  /** What stands in the search field of the top bar. Kept in memory only: a name never goes into an address. */
  readonly query: string;
  readonly setQuery: (query: string) => void;
  /** What was asked and not done yet; the list may still have to appear. */
  readonly wish: SearchWish | null;
  readonly setWish: (wish: SearchWish | null) => void;
}

const SearchContext = createContext<Search | null>(null);

/** Holds the words of the search field, which the members screen reads. */
export function SearchProvider({ children }: { children: ReactNode }) {
  const [query, setQuery] = useState('');
  const [wish, setWish] = useState<SearchWish | null>(null);
  const search = useMemo(() => ({ query, setQuery, wish, setWish }), [query, wish]);
  return <SearchContext value={search}>{children}</SearchContext>;
}

/** The search field's words; the members screen filters by them and may set or clear them. */
export function useSearch(): Search {
  const search = use(SearchContext);
  if (search === null) throw new Error('useSearch outside of SearchProvider');
  return search;
}
