import { OWN_HUB, type AppInfo } from '../../shared/host.ts';
import { Sharing, type SharingOptions } from '../neighbour/sharing.ts';
import { makeProxy, type Proxy, type ProxyLimits } from '../proxy/proxy.ts';
import { openKeepStore, type KeepStore } from './keep-store.ts';
import { openPeerStore, withoutPassword, type PeerStore } from './peer-store.ts';
import { makePrivateFolder } from './private-file.ts';

/** What both hosts do alike: kept texts, peers and the way to them, and what this PC shares. */
export interface Machine {
  readonly info: AppInfo;
  readonly keep: KeepStore;
  readonly peers: PeerStore;
  readonly proxy: Proxy;
  readonly sharing: Sharing;
  /** Ends what runs beside the host. */
  end(): Promise<void>;
}

/** Otherwise than usual. */
export interface MachineOptions {
  readonly limits?: Partial<ProxyLimits>;
  readonly sharing?: SharingOptions;
}

/** Opens the data folder, making it when it is not there yet. Rejects with Node's file errors. */
export async function openMachine(dataFolder: string, info: AppInfo, options: MachineOptions = {}): Promise<Machine> {
  await makePrivateFolder(dataFolder);
  const kept = await openPeerStore(dataFolder);
  const keep = await openKeepStore(dataFolder);
  const sharing = await Sharing.open(dataFolder, kept, options.sharing ?? {});
  const peers = withOwnHub(kept, sharing);
  const proxy = thatFindsAgain(makeProxy(peers, options.limits), sharing);
  return { info, keep, peers, proxy, sharing, end: () => sharing.end() };
}

/** The hub that this PC runs is a peer like any other while it runs, the last to be spoken with. */
function withOwnHub(kept: PeerStore, sharing: Sharing): PeerStore {
  const credentials: PeerStore['credentials'] = async (database, id) =>
    id === OWN_HUB ? sharing.own(database) : kept.credentials(database, id);
  return {
    ...kept,
    credentials,
    info: async (database, id) => {
      const peer = await credentials(database, id);
      return peer && withoutPassword(peer);
    },
    list: async (database) => {
      const own = sharing.own(database);
      return [...(await kept.list(database)), ...(own === null ? [] : [withoutPassword(own)])];
    },
  };
}

/** A neighbour's address changes whenever its router likes: who does not answer there is looked for on the network. */
function thatFindsAgain(proxy: Proxy, sharing: Sharing): Proxy {
  return {
    ...proxy,
    probe: async (database, id) => {
      const answer = await proxy.probe(database, id);
      if (answer.ok || id === undefined || !id.startsWith('pc-') || answer.problem === 'busy') return answer;
      const isBack = await sharing.findAgain(database, id).catch(() => false);
      return isBack ? proxy.probe(database, id) : answer;
    },
  };
}
