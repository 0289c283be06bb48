import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { AppInfo } from '../../shared/host.ts';

const builtInfo = z.object({ version: z.string(), builtAt: z.iso.datetime() });

/** Reads what the build wrote of itself (`app-info.json`). Rejects when there is none: then nothing was built. */
export async function readAppInfo(path: string): Promise<AppInfo> {
  const { version, builtAt } = builtInfo.parse(JSON.parse(await readFile(path, 'utf8')));
  return { version, builtAt, platform: process.platform };
}
