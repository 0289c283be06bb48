import { SERVER_PEER, type Host } from '../../shared/host.ts';
import type { HostCallName, HostCalls } from './host-calls.ts';

/** How a page's side reaches the other side: one call by name, by HTTP in the browser, by IPC in Electron. */
export type Call = <Name extends HostCallName>(
  name: Name,
  ...args: Parameters<HostCalls[Name]>
) => ReturnType<HostCalls[Name]>;

/** The part of the contract that both hosts fulfil alike, made of single calls. */
export function commonHost(call: Call): Pick<Host, 'app' | 'keep' | 'sync' | 'sharing'> {
  return {
    app: { info: () => call('app.info') },
    keep: {
      read: (name) => call('keep.read', name),
      write: (name, text) => call('keep.write', name, text),
      remove: (name) => call('keep.remove', name),
      list: () => call('keep.list'),
    },
    sync: {
      peers: (database) => call('sync.peers', database),
      peer: (database, id = SERVER_PEER) => call('sync.peer', database, id),
      setPeer: (database, peer) => call('sync.setPeer', database, peer),
      forgetPeer: (database, id = SERVER_PEER) => call('sync.forgetPeer', database, id),
      probe: (database, id = SERVER_PEER) => call('sync.probe', database, id),
      sealPeer: (database, key) => call('sync.sealPeer', database, key),
      acceptPeer: (database, sealed, key) => call('sync.acceptPeer', database, sealed, key),
    },
    sharing: {
      know: (chapter) => call('sharing.know', chapter),
      state: (database) => call('sharing.state', database),
      start: (database) => call('sharing.start', database),
      stop: (database) => call('sharing.stop', database),
      nearby: (database) => call('sharing.nearby', database),
      connect: (database, address) => call('sharing.connect', database, address),
      offer: (invitation) => call('sharing.offer', textOf(invitation)),
      endOffer: () => call('sharing.endOffer'),
      offered: async () => (await call('sharing.offered')).map(bytesOf),
    },
  };
}

/** Bytes as base64url: JSON knows none. */
function textOf(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
