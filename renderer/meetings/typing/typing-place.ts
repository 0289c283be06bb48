import type { Host } from '../../../shared/host.ts';

/** Name under which this PC keeps where its clerk is; ids and numbers only. */
const KEPT_AS = 'typing-place';

export interface TypingPlace {
  /** Id of the sheet's record. */
  readonly sheet: string;
  readonly code: string;
  /** Number of the line. */
  readonly line: number;
}

/** Where the clerk of this PC was last typing; null when nowhere, or when it cannot be read. */
export async function readPlace(keep: Pick<Host['keep'], 'read'>): Promise<TypingPlace | null> {
  const text = await keep.read(KEPT_AS).catch(() => null);
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<TypingPlace>;
    const { sheet, code, line } = kept;
    return typeof sheet === 'string' && typeof code === 'string' && typeof line === 'number' ? { sheet, code, line } : null;
  } catch {
    return null;
  }
}

/** Keeps the place for after a power cut (domain §6.3). Not finding room for it stops nobody's typing. */
export async function keepPlace(keep: Pick<Host['keep'], 'write'>, place: TypingPlace): Promise<void> {
  await keep.write(KEPT_AS, JSON.stringify(place)).catch(() => undefined);
}
