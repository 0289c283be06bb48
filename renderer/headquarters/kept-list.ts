import { z } from 'zod';
import type { Host } from '../../shared/host.ts';
import { networkFigures, type NetworkFigures } from '../../shared/sync/chapter-list.ts';
import { contactId, type Contact } from '../../shared/sync/contact.ts';

/** Names under which this PC keeps the last list, and what the coordinator calls the chapters. */
const LIST = 'network-list';
const NAMES = 'network-names';

const keptList = z.object({ readAt: z.string(), rows: z.array(z.unknown()) });
const keptNames = z.record(z.string(), z.string());

/** The list as it was last fetched; null when there is none, or one that cannot be read. */
export async function readKeptList({ keep }: Pick<Host, 'keep'>): Promise<NetworkFigures | null> {
  const kept = keptList.safeParse(parse(await keep.read(LIST)));
  return kept.success ? networkFigures({ rows: kept.data.rows }, kept.data.readAt) : null;
}

/** Keeps the list, so that it can be looked at without a connection; it holds no more than the server's. */
export async function keepList({ keep }: Pick<Host, 'keep'>, { contacts, titles, readAt }: NetworkFigures): Promise<void> {
  const rows = [...contacts.map(asDocument), ...titles.map((title) => ({ ...title, _id: `chapter:${title.chapter}` }))].map((doc) => ({ doc }));
  await keep.write(LIST, JSON.stringify({ readAt, rows }));
}

function asDocument(contact: Contact): Readonly<Record<string, unknown>> {
  return { ...contact, _id: contactId(contact.chapter, contact.device) };
}

/** Chapter → what the coordinator calls it here. */
export async function readNames({ keep }: Pick<Host, 'keep'>): Promise<Readonly<Record<string, string>>> {
  const kept = keptNames.safeParse(parse(await keep.read(NAMES)));
  return kept.success ? kept.data : {};
}

/** Keeps those names. */
export async function keepNames({ keep }: Pick<Host, 'keep'>, names: Readonly<Record<string, string>>): Promise<void> {
  await keep.write(NAMES, JSON.stringify(names));
}

/** Forgets list and names with the account they came by. */
export async function forgetList({ keep }: Pick<Host, 'keep'>): Promise<void> {
  await keep.remove(LIST);
  await keep.remove(NAMES);
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}
