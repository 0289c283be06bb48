import type { KeyRing } from '../../store/key-ring.ts';
import type { RecordPouch } from '../../store/pouch.ts';
import type { BytesOwner } from '../../store/sealed-bytes.ts';

/** What saving to a stick and reading from one need of an opened chapter. */
export interface StickChapter {
  readonly id: string;
  readonly pouch: RecordPouch;
  readonly ring: KeyRing;
  /** Id of this PC's device record. */
  readonly device: string;
  /** Resolves when what was written is taken in and merged. */
  settled(): Promise<void>;
}

/** Whose bytes a file's frames are. */
export function ownerOf({ id, ring }: StickChapter): BytesOwner {
  return { chapter: id, ring };
}
