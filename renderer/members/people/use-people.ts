import { useSyncExternalStore } from 'react';
import type { Directory } from '../../../shared/names/directory.ts';
import { useDirectory } from '../../app/directory.tsx';

/** The directory, drawn anew when anybody in it changes. */
export function useLiveDirectory(): { readonly directory: Directory; readonly version: number } {
  const directory = useDirectory();
  const version = useSyncExternalStore(
    (listener) => directory.subscribe(listener),
    () => directory.version,
  );
  return { directory, version };
}
