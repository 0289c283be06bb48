import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Host } from '../../shared/host.ts';
import { HALF_WRITTEN, makePrivateFolder, readIfThere, removeIfThere, writePrivately } from './private-file.ts';

/** A kept text is at most 1 MB of UTF-8 (Host contract). */
const MOST_BYTES = 1024 * 1024;

/** Names that Windows takes for devices, whatever follows the first dot. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/;

/** What may name a kept text: `[a-z0-9.-]{1,80}`, and a file name on every system that we run on. */
export const keepName = z
  .string()
  .regex(/^[a-z0-9.-]{1,80}$/)
  .refine((name) => !name.startsWith('.') && !name.endsWith('.') && !DEVICE.test(name));

/** What may be kept: a text of at most 1 MB. */
export const keepText = z.string().refine((text) => Buffer.byteLength(text) <= MOST_BYTES);

export type KeepStore = Host['keep'];

/**
 * The kept texts of one data folder, each a file of its own with mode 0600 under `keep/`.
 * Every promise rejects on a name or text that the contract does not allow, and with Node's errors when the disk refuses.
 */
export async function openKeepStore(dataFolder: string): Promise<KeepStore> {
  const folder = join(dataFolder, 'keep');
  await makePrivateFolder(folder);
  for (const name of await readdir(folder)) {
    if (HALF_WRITTEN.test(name)) await unlink(join(folder, name));
  }
  const path = (name: string): string => join(folder, keepName.parse(name));
  const inTurn = queueByName();
  return {
    read: async (name) => readIfThere(path(name)),
    write: async (name, text) => {
      const target = path(name);
      const kept = keepText.parse(text);
      await inTurn(name, () => writePrivately(target, kept));
    },
    remove: async (name) => {
      const target = path(name);
      await inTurn(name, () => removeIfThere(target));
    },
    list: async () => (await readdir(folder)).filter((name) => keepName.safeParse(name).success).sort(),
  };
}

/** Two writes of one name happen in the order they were asked for, so that the later text is the one that stays. */
function queueByName(): (name: string, act: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  return async (name, act) => {
    const turn = (last.get(name) ?? Promise.resolve()).catch(() => undefined).then(act);
    last.set(name, turn);
    try {
      await turn;
    } finally {
      if (last.get(name) === turn) last.delete(name);
    }
  };
}
