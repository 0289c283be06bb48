import { join } from 'node:path';
import { z } from 'zod';
import type { ChapterProof } from '../../shared/host.ts';
import { readIfThere, writePrivately } from '../machine/private-file.ts';
import { databaseName, sealingKey } from '../machine/peer-store.ts';

const recordId = z.string().max(100);

/** What a page may say of a chapter. */
export const chapterProof = z.object({
  database: databaseName,
  key: sealingKey,
  device: recordId,
  removed: z.array(recordId).max(1000).readonly(),
  name: z.string().max(200),
});

const sharingFile = z.object({ version: z.literal(1), port: z.number().int().min(1).max(65_535).nullable(), chapters: z.array(chapterProof).readonly() });

/** What outlives a restart: the chapters that this PC shares, and the port that others know it by. */
export interface KeptSharing {
  readonly port: number | null;
  readonly chapters: readonly ChapterProof[];
}

const path = (dataFolder: string): string => join(dataFolder, 'sharing.json');

/** What was kept; nothing where there is no file or it was spoiled (then the switch is off). Rejects with Node's file errors. */
export async function readSharing(dataFolder: string): Promise<KeptSharing> {
  const text = await readIfThere(path(dataFolder));
  try {
    return sharingFile.parse(JSON.parse(text ?? ''));
  } catch {
    return { port: null, chapters: [] };
  }
}

/** Keeps it for this computer account only (0600): the proof keys in it open no record, and yet are nobody else's. */
export async function writeSharing(dataFolder: string, kept: KeptSharing): Promise<void> {
  await writePrivately(path(dataFolder), JSON.stringify({ version: 1, ...kept }));
}
