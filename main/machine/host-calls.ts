import { z } from 'zod';
import { SERVER_PEER, type Host } from '../../shared/host.ts';
import type { SharingCalls } from '../neighbour/sharing.ts';
import { chapterProof } from '../neighbour/sharing-file.ts';
import { keepName, keepText } from './keep-store.ts';
import type { Machine } from './machine.ts';
import { databaseName, peerCredentials, peerId, sealingKey } from './peer-store.ts';

/** The calls that both hosts answer alike, by name, with the contract's own arguments and answers. */
export interface HostCalls extends SharingCalls {
  'app.info': Host['app']['info'];
  'keep.read': Host['keep']['read'];
  'keep.write': Host['keep']['write'];
  'keep.remove': Host['keep']['remove'];
  'keep.list': Host['keep']['list'];
  'sync.peers': Host['sync']['peers'];
  'sync.peer': Host['sync']['peer'];
  'sync.setPeer': Host['sync']['setPeer'];
  'sync.forgetPeer': Host['sync']['forgetPeer'];
  'sync.probe': Host['sync']['probe'];
  'sync.sealPeer': Host['sync']['sealPeer'];
  'sync.acceptPeer': Host['sync']['acceptPeer'];
}
export type HostCallName = keyof HostCalls;

/** Arguments that the page sent are not what the contract allows; nothing was done. */
export class BadArguments extends Error {}

type Answerer = (args: unknown) => Promise<unknown>;
export type Answerers<Names extends string = HostCallName> = ReadonlyMap<Names, Answerer>;

/** An answerer that runs `act` only with arguments that fit the schema; rejects with {@link BadArguments} otherwise. */
export function checked<Args extends readonly unknown[]>(
  schema: z.ZodType<Args>,
  act: (...args: Args) => Promise<unknown>,
): Answerer {
  return async (args) => {
    const parsed = schema.safeParse(args);
    // The arguments may hold a password or a name: they must not reach a message or a log.
    if (!parsed.success) throw new BadArguments('The page sent arguments that the host does not take.');
    return act(...parsed.data);
  };
}

/** A database and one of its peers; the server when no id is sent. */
const ofPeer = z.tuple([databaseName, peerId.default(SERVER_PEER)]);

const ofChapter = z.tuple([databaseName]);

/** An invitation is far smaller. */
const sealedInvitation = z.string().max(1_400_000).regex(/^[A-Za-z0-9_-]+$/);

/** The answerers of {@link HostCalls} for one machine. */
export function hostAnswerers({ info, keep, peers, proxy, sharing }: Machine): Answerers {
  return new Map<HostCallName, Answerer>([
    ['app.info', checked(z.tuple([]), () => Promise.resolve(info))],
    ['keep.read', checked(z.tuple([keepName]), (name) => keep.read(name))],
    ['keep.write', checked(z.tuple([keepName, keepText]), (name, text) => keep.write(name, text))],
    ['keep.remove', checked(z.tuple([keepName]), (name) => keep.remove(name))],
    ['keep.list', checked(z.tuple([]), () => keep.list())],
    ['sync.peers', checked(z.tuple([databaseName]), (database) => peers.list(database))],
    ['sync.peer', checked(ofPeer, (database, id) => peers.info(database, id))],
    ['sync.setPeer', checked(z.tuple([databaseName, peerCredentials]), (database, peer) => peers.set(database, peer))],
    ['sync.forgetPeer', checked(ofPeer, (database, id) => peers.forget(database, id))],
    ['sync.probe', checked(ofPeer, (database, id) => proxy.probe(database, id))],
    ['sync.sealPeer', checked(z.tuple([databaseName, sealingKey]), (database, key) => peers.seal(database, key))],
    [
      'sync.acceptPeer',
      checked(z.tuple([databaseName, z.string().max(20_000), sealingKey]), (database, sealed, key) =>
        peers.accept(database, sealed, key),
      ),
    ],
    ['sharing.know', checked(z.tuple([chapterProof]), (chapter) => sharing.know(chapter))],
    ['sharing.state', checked(ofChapter, (database) => Promise.resolve(sharing.state(database)))],
    ['sharing.start', checked(ofChapter, (database) => sharing.start(database))],
    ['sharing.stop', checked(ofChapter, (database) => sharing.stop(database))],
    ['sharing.nearby', checked(ofChapter, (database) => sharing.nearby(database))],
    ['sharing.connect', checked(z.tuple([databaseName, z.string().max(300)]), (database, address) => sharing.connect(database, address))],
    ['sharing.offer', checked(z.tuple([sealedInvitation]), (invitation) => sharing.offer(invitation))],
    ['sharing.endOffer', checked(z.tuple([]), () => sharing.endOffer())],
    ['sharing.offered', checked(z.tuple([]), () => sharing.offered())],
  ]);
}
