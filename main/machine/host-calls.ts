import { z } from 'zod';
import { SERVER_PEER, type Host } from '../../shared/host.ts';
import { keepName, keepText } from './keep-store.ts';
import type { Machine } from './machine.ts';
import { databaseName, peerCredentials, peerId, sealingKey } from './peer-store.ts';

/** The calls that both hosts answer alike, by name, with the contract's own arguments and answers. */
export interface HostCalls {
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

/** The answerers of {@link HostCalls} for one machine. */
export function hostAnswerers({ info, keep, peers, proxy }: Machine): Answerers {
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
  ]);
}
