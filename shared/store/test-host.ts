import { SERVER_PEER, type Host, type PeerCredentials, type PeerInfo, type PeerToKeep, type SharingState } from '../host.ts';
import { fromBase64, readySodium, toBase64 } from './sodium.ts';

/** A machine that stands in no network. */
const ALONE: SharingState = { on: false, port: null, addresses: [], problem: 'not-running' };

/** A machine in memory that keeps the Host contract, for tests in Node; files and paper are not part of what they ask. */
export function newTestHost(): Host {
  const kept = new Map<string, string>();
  const peers = new Map<string, PeerCredentials>();
  const keyOf = (database: string, id: string = SERVER_PEER): string => `${database} ${id}`;
  const keep = (database: string, peer: PeerToKeep): PeerInfo => {
    const id = peer.id ?? SERVER_PEER;
    const { password, ...info } = { ...peer, id, kind: id === SERVER_PEER ? ('server' as const) : ('neighbour' as const) };
    peers.set(keyOf(database, id), { ...info, password });
    return info;
  };
  const peerOf = (database: string, id?: string): PeerInfo | null => {
    const found = peers.get(keyOf(database, id));
    if (!found) return null;
    const { password: _password, ...info } = found;
    return info;
  };
  const serverFirst = (one: PeerInfo, other: PeerInfo): number => Number(one.id !== SERVER_PEER) - Number(other.id !== SERVER_PEER);
  const refuse = (): Promise<never> => Promise.reject(new Error('This test machine has no screen.'));
  return {
    kind: 'browser',
    app: { info: () => Promise.resolve({ version: '0', builtAt: '2026-01-01', platform: 'test' }) },
    files: { choose: refuse, save: refuse, saveInPieces: refuse, openInPieces: refuse },
    paper: { print: refuse, pdf: refuse },
    keep: {
      read: (name) => Promise.resolve(kept.get(name) ?? null),
      write: (name, text) => Promise.resolve(void kept.set(name, text)),
      remove: (name) => Promise.resolve(void kept.delete(name)),
      list: () => Promise.resolve([...kept.keys()]),
    },
    sync: {
      peers: (database) =>
        Promise.resolve([...peers].flatMap(([key, { id }]) => (key === keyOf(database, id) ? (peerOf(database, id) ?? []) : [])).sort(serverFirst)),
      peer: (database, id) => Promise.resolve(peerOf(database, id)),
      setPeer: (database, peer) => Promise.resolve(void keep(database, peer)),
      forgetPeer: (database, id) => Promise.resolve(void peers.delete(keyOf(database, id))),
      probe: () => Promise.resolve({ ok: false, problem: 'no-peer' }),
      async sealPeer(database, key) {
        const sodium = await readySodium();
        const nonce = sodium.randombytes_buf(24);
        const plain = JSON.stringify(peers.get(keyOf(database)));
        const cipher = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, database, null, nonce, fromBase64(key));
        return `${toBase64(nonce)}.${toBase64(cipher)}`;
      },
      async acceptPeer(database, sealed, key) {
        const sodium = await readySodium();
        const [nonce = '', cipher = ''] = sealed.split('.');
        const plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, fromBase64(cipher), database, fromBase64(nonce), fromBase64(key));
        return keep(database, JSON.parse(sodium.to_string(plain)) as PeerCredentials);
      },
    },
    sharing: {
      know: () => Promise.resolve(),
      state: () => Promise.resolve(ALONE),
      start: () => Promise.resolve(ALONE),
      stop: () => Promise.resolve(ALONE),
      nearby: () => Promise.resolve([]),
      connect: () => Promise.resolve({ ok: false, problem: 'no-network' }),
      offer: () => Promise.resolve(ALONE),
      endOffer: () => Promise.resolve(),
      offered: () => Promise.resolve([]),
    },
  };
}
