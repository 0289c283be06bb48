import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, writePrivately } from '../machine/private-file.ts';
import { HubProblem } from './hub-problem.ts';

const identityFile = z.strictObject({ uuid: z.string().regex(/^[0-9a-f]{32}$/), secret: z.string().min(40) });

/** What a hub keeps for life: its server id (replication ids are made of it) and the secret that signs cookies. */
export type Identity = z.infer<typeof identityFile>;

/** Reads the hub's identity, making it at the first start. Rejects with `accounts-damaged` when the file is spoiled. */
export async function hubIdentity(folder: string): Promise<Identity> {
  const path = join(folder, 'identity.json');
  const text = await readIfThere(path);
  if (text === null) {
    const identity = { uuid: randomBytes(16).toString('hex'), secret: randomBytes(32).toString('base64url') };
    await writePrivately(path, JSON.stringify(identity));
    return identity;
  }
  try {
    return identityFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new HubProblem('accounts-damaged', { cause });
  }
}
