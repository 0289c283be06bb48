import { SERVER_PEER, type Host } from '../../shared/host.ts';
import type { HostCallName, HostCalls } from './host-calls.ts';

/** How a page's side reaches the other side: one call by name, by HTTP in the browser, by IPC in Electron. */
export type Call = <Name extends HostCallName>(
  name: Name,
  ...args: Parameters<HostCalls[Name]>
) => ReturnType<HostCalls[Name]>;

/** The part of the contract that both hosts fulfil alike, made of single calls. */
export function commonHost(call: Call): Pick<Host, 'app' | 'keep' | 'sync'> {
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
  };
}
