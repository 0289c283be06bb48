import { useWindowKey } from './use-window-key.ts';

/** F10 and Ctrl+Enter begin a new person (domain §6.2). */
export function useNewPersonKeys(begin: () => void): void {
  useWindowKey((event) => event.key === 'F10' || (event.key === 'Enter' && event.ctrlKey), begin);
}
