import type { RecordPouch } from '../../store/pouch.ts';
import { allLeaves, Entries } from './having.ts';
import { havingOf, readNotes } from './stick-notes.ts';

/** How this PC stands with the others as far as sticks went between them. It says nothing of headquarters. */
export interface StickStanding {
  /** The last file that was saved here, and the PCs that have said they read it to its end. Null when none was. */
  readonly saved: { readonly at: string; readonly records: number; readonly readBy: readonly string[] } | null;
  /** Every PC that a file has come from. */
  readonly others: readonly { readonly device: string; /** ISO, by that PC's clock. */ readonly heardAt: string; /** Records here that it did not say to have. */ readonly lacking: number }[];
  /** Records that a file for these PCs would hold, and all there are; deleted ones included. */
  readonly lacking: number;
  readonly records: number;
}

/** `without`: PCs (device records' ids) that were taken out of the chapter. */
export async function stickStanding(pouch: RecordPouch, without: ReadonlySet<string> = new Set()): Promise<StickStanding> {
  const { saved, others } = await readNotes(pouch);
  const devices = Object.entries(others).filter(([device]) => !without.has(device));
  const entries = await Entries.ready();
  const having = await Promise.all(devices.map(([device]) => havingOf(pouch, device)));
  const lacking = devices.map(() => 0);
  let [records, lackingOne] = [0, 0];
  for await (const page of allLeaves(pouch)) {
    for (const { id, revs } of page) {
      const named = revs.map((rev) => entries.of(id, rev));
      const lacks = having.map((one) => named.some((entry) => !one?.has(entry)));
      lacks.forEach((is, at) => {
        if (is) lacking[at] = (lacking[at] ?? 0) + 1;
      });
      records += 1;
      if (devices.length === 0 || lacks.includes(true)) lackingOne += 1;
    }
  }
  return {
    saved: saved && { at: saved.at, records: saved.records, readBy: devices.filter(([, { read }]) => read.includes(saved.bundle)).map(([device]) => device) },
    others: devices.map(([device, { heardAt }], at) => ({ device, heardAt, lacking: lacking[at] ?? 0 })),
    lacking: lackingOne,
    records,
  };
}
