import PouchDB from 'pouchdb-core';
import { requireStrictDurability } from './strict-durability.ts';

const PLUGINS: Readonly<Record<string, () => Promise<{ default: PouchDB.Plugin }>>> = {
  idb: () => import('pouchdb-adapter-idb'),
  memory: () => import('pouchdb-adapter-memory'),
};

/** Makes sure that PouchDB has this adapter, and that IndexedDB writes are strict. Rejects when it is unknown. */
export async function loadAdapter(name: string): Promise<void> {
  if (name === 'idb') requireStrictDurability();
  const { adapters } = PouchDB as unknown as { readonly adapters: Readonly<Record<string, unknown>> };
  if (name in adapters) return;
  const plugin = PLUGINS[name];
  if (!plugin) throw new Error(`PouchDB has no adapter "${name}"; register its plugin first.`);
  PouchDB.plugin((await plugin()).default);
}
