import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PEER_ID, PEER_KINDS, SERVER_PEER, type PeerCredentials, type PeerInfo, type PeerToKeep } from '../../shared/host.ts';
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

/** Which of a chapter's peers is meant. */
export const peerId = z.string().regex(PEER_ID);

/** The peers that are kept in files; this PC's own hub is there by itself. */
const keptId = peerId.refine((id) => id === SERVER_PEER || id.startsWith('pc-'));

/**
 * A peer as a person typed it, an invitation brought it or a neighbour gave it. A colon in the account cannot be sent in
 * Basic sign-in. What was kept before there were several peers has no id: it is the server.
 */
export const peerCredentials = z
  .object({
    id: keptId.default(SERVER_PEER),
    kind: z.enum(PEER_KINDS).optional(),
    address: serverAddress,
    account: z
      .string()
      .max(200)
      .regex(/^[^:\p{Cc}]+$/u),
    label: z.string().max(200),
    password: z.string().min(1).max(1000),
  })
  .refine(({ id, kind }) => kind === undefined || kind === kindOf(id))
  .transform((peer): PeerCredentials => ({ ...peer, kind: kindOf(peer.id) }));

function kindOf(id: string): 'server' | 'neighbour' {
  return id === SERVER_PEER ? 'server' : 'neighbour';
}

/** A 32-byte key in base64url. */
export const sealingKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** The peers of the chapters of one PC; without an id, the server is meant. */
export interface PeerStore {
  /** With its password: for the sync proxy only, never for the page. */
  credentials(database: string, id?: string): Promise<PeerCredentials | null>;
  /** The server first, then the neighbours by id. */
  list(database: string): Promise<readonly PeerInfo[]>;
  info(database: string, id?: string): Promise<PeerInfo | null>;
  set(database: string, peer: PeerToKeep): Promise<void>;
  forget(database: string, id?: string): Promise<void>;
  seal(database: string, key: string): Promise<string>;
  accept(database: string, sealed: string, key: string): Promise<PeerInfo>;
}

/**
 * The peers of one data folder, readable by this computer account only (0600): the server of a database in
 * `peers/<database>.json`, as it was when there was no other, and each neighbour in `peers/<database>/<id>.json`.
 */
export async function openPeerStore(dataFolder: string): Promise<PeerStore> {
  const folder = join(dataFolder, 'peers');
  await makePrivateFolder(folder);
  const folderOf = (database: string): string => join(folder, databaseName.parse(database));
  const path = (database: string, id: string): string => {
    const name = keptId.parse(id);
    return name === SERVER_PEER ? `${folderOf(database)}.json` : join(folderOf(database), `${name}.json`);
  };

  const credentials = async (database: string, id: string = SERVER_PEER): Promise<PeerCredentials | null> => {
    if (!keptId.safeParse(id).success) return null;
    return readPeer(await readIfThere(path(database, id)), id);
  };
  const info = async (database: string, id?: string): Promise<PeerInfo | null> => {
    const peer = await credentials(database, id);
    return peer && withoutPassword(peer);
  };
  const set = async (database: string, given: PeerToKeep): Promise<void> => {
    const peer = peerCredentials.parse(given);
    const file = path(database, peer.id);
    if (peer.kind === 'neighbour') await makePrivateFolder(folderOf(database));
    await writePrivately(file, JSON.stringify(peer));
  };

  return {
    credentials,
    info,
    set,
    list: async (database) => {
      const ids = [SERVER_PEER, ...(await neighboursIn(folderOf(database)))];
      return (await Promise.all(ids.map((id) => info(database, id)))).filter((peer) => peer !== null);
    },
    forget: async (database, id = SERVER_PEER) => removeIfThere(path(database, id)),
    seal: async (database, key) => {
      const peer = await credentials(database);
      if (!peer) throw new Error('No server is set for this chapter.');
      return sealPeer(JSON.stringify(peer), database, key);
    },
    accept: async (database, sealed, key) => {
      const opened = peerCredentials.parse(JSON.parse(await openPeer(sealed, databaseName.parse(database), key)));
      const peer: PeerCredentials = { ...opened, id: SERVER_PEER, kind: 'server' };
      await set(database, peer);
      return withoutPassword(peer);
    },
  };
}

/** A file that was spoiled is as good as none: setting the peer again is what helps, and the others go on. */
function readPeer(text: string | null, id: string): PeerCredentials | null {
  if (text === null) return null;
  try {
    const peer = peerCredentials.parse(JSON.parse(text));
    return peer.id === id ? peer : null;
  } catch {
    return null;
  }
}

async function neighboursIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder).catch(() => []);
  return files.map((file) => file.replace(/\.json$/, '')).filter((id) => id.startsWith('pc-') && PEER_ID.test(id)).sort();
}

/** A peer as the page may see it. */
export function withoutPassword({ id, kind, address, account, label }: PeerCredentials): PeerInfo {
  return { id, kind, address, account, label };
}
