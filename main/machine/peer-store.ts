import { join } from 'node:path';
import { z } from 'zod';
import type { PeerCredentials, PeerInfo } from '../../shared/host.ts';
import { makePrivateFolder, readIfThere, removeIfThere, writePrivately } from './private-file.ts';
import { openPeer, sealPeer } from './peer-sealing.ts';

/** The databases that may be exchanged (design §7); nothing else is ever asked of a server. */
export const databaseName = z.string().regex(/^(chapter-[a-z0-9]{8,40}|network|delegates)$/);

/** `https://records.example.org/couch`: web scheme, no user, no query; kept without the slash at the end. */
const serverAddress = z
  .string()
  .max(500)
  .transform((text, context) => {
    const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
    const web = url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
    if (!web || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
      context.addIssue({ code: 'custom', message: 'not the address of a server' });
      return z.NEVER;
    }
    return url.href.replace(/\/+$/, '');
  });

/** A peer as a person typed it or an invitation brought it. A colon in the account cannot be sent in Basic sign-in. */
export const peerCredentials = z.object({
  address: serverAddress,
  account: z
    .string()
    .max(200)
    .regex(/^[^:\p{Cc}]+$/u),
  label: z.string().max(200),
  password: z.string().min(1).max(1000),
});

/** A 32-byte key in base64url. */
export const sealingKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export interface PeerStore {
  /** With its password: for the sync proxy only, never for the page. */
  credentials(database: string): Promise<PeerCredentials | null>;
  info(database: string): Promise<PeerInfo | null>;
  set(database: string, peer: PeerCredentials): Promise<void>;
  forget(database: string): Promise<void>;
  seal(database: string, key: string): Promise<string>;
  accept(database: string, sealed: string, key: string): Promise<PeerInfo>;
}

/** The peers of one data folder: a file a database under `peers/`, readable by this computer account only (0600). */
export async function openPeerStore(dataFolder: string): Promise<PeerStore> {
  const folder = join(dataFolder, 'peers');
  await makePrivateFolder(folder);
  const path = (database: string): string => join(folder, `${databaseName.parse(database)}.json`);

  const credentials = async (database: string): Promise<PeerCredentials | null> => {
    const text = await readIfThere(path(database));
    return text === null ? null : peerCredentials.parse(JSON.parse(text));
  };
  const set = async (database: string, peer: PeerCredentials): Promise<void> =>
    writePrivately(path(database), JSON.stringify(peerCredentials.parse(peer)));

  return {
    credentials,
    set,
    info: async (database) => {
      const peer = await credentials(database);
      return peer && withoutPassword(peer);
    },
    forget: async (database) => removeIfThere(path(database)),
    seal: async (database, key) => {
      const peer = await credentials(database);
      if (!peer) throw new Error('No peer is set for this chapter.');
      return sealPeer(JSON.stringify(peer), database, key);
    },
    accept: async (database, sealed, key) => {
      const peer = peerCredentials.parse(JSON.parse(await openPeer(sealed, databaseName.parse(database), key)));
      await set(database, peer);
      return withoutPassword(peer);
    },
  };
}

function withoutPassword({ address, account, label }: PeerCredentials): PeerInfo {
  return { address, account, label };
}
