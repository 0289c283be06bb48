import { useEffect } from 'react';

/** Writes what is typed and not yet written; rejects when it could not be. */
type Flush = () => Promise<void>;

const waiting = new Set<Flush>();

/**
 * Writes every half-typed field on the screen: before locking, and when the window is hidden (domain §6.3).
 * Rejects with the first error when something could not be written; the fields keep what was typed.
 */
export async function flushUnsaved(): Promise<void> {
  const outcomes = await Promise.allSettled([...waiting].map((flush) => flush()));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason as Error;
}

/** Registers a field or grid whose typed text {@link flushUnsaved} must write. `flush` must be stable. */
export function useFlush(flush: Flush): void {
  useEffect(() => {
    waiting.add(flush);
    return () => {
      waiting.delete(flush);
    };
  }, [flush]);
}
