import type { AppInfo } from '../../shared/host.ts';
import { makeProxy, type Proxy, type ProxyLimits } from '../proxy/proxy.ts';
import { openKeepStore, type KeepStore } from './keep-store.ts';
import { openPeerStore, type PeerStore } from './peer-store.ts';
import { makePrivateFolder } from './private-file.ts';

/** What both hosts do alike: kept texts, peers and the way to them. */
export interface Machine {
  readonly info: AppInfo;
  readonly keep: KeepStore;
  readonly peers: PeerStore;
  readonly proxy: Proxy;
}

/** Opens the data folder, making it when it is not there yet. Rejects with Node's file errors. */
export async function openMachine(dataFolder: string, info: AppInfo, limits?: Partial<ProxyLimits>): Promise<Machine> {
  await makePrivateFolder(dataFolder);
  const peers = await openPeerStore(dataFolder);
  return { info, keep: await openKeepStore(dataFolder), peers, proxy: makeProxy(peers, limits) };
}
