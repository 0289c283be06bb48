import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makePrivateFolder, readIfThere, writePrivately } from '../machine/private-file.ts';
import { erasedMark } from '../../shared/sync/validation/erased-mark.js';
import { erasedMarks, type ErasedMarks } from '../../shared/sync/validation/parameters.ts';
import { HubProblem } from './hub-problem.ts';

const erasedFile = z.strictObject({ version: z.literal(1), marks: erasedMarks });
const pathIn = (folder: string): string => join(folder, 'erased.json');

/** The records that must not come back to this hub (design §7): marks of their ids, in a file that the command line adds to. */
export class Erased {
  readonly #folder: string;
  #stamp = 'none';
  #marks: ErasedMarks = {};

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The marks as the file has them now. Rejects with `accounts-damaged` when it was spoiled. */
  async marks(): Promise<ErasedMarks> {
    const info = await stat(pathIn(this.#folder)).catch(() => null);
    const stamp = info === null ? 'none' : `${info.mtimeMs}-${info.size}-${info.ino}`;
    if (stamp !== this.#stamp) {
      this.#marks = await readMarks(this.#folder);
      this.#stamp = stamp;
    }
    return this.#marks;
  }
}

/** Adds records to those that must not come back; the running hub sees it at once. */
export async function eraseIds(folder: string, ids: readonly string[]): Promise<void> {
  await makePrivateFolder(folder);
  const marks = { ...(await readMarks(folder)), ...Object.fromEntries(ids.map((id) => [erasedMark(id), 1 as const])) };
  await writePrivately(pathIn(folder), `${JSON.stringify({ version: 1, marks })}\n`);
}

async function readMarks(folder: string): Promise<ErasedMarks> {
  const text = await readIfThere(pathIn(folder));
  if (text === null) return {};
  try {
    return erasedFile.parse(JSON.parse(text)).marks;
  } catch (cause) {
    throw new HubProblem('accounts-damaged', { cause });
  }
}
