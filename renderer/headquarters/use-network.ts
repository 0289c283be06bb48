import { useCallback, useEffect, useState } from 'react';
import type { PeerInfo } from '../../shared/host.ts';
import type { NetworkFigures } from '../../shared/sync/chapter-list.ts';
import { realClock } from '../../shared/sync/clock.ts';
import { NETWORK_DATABASE } from '../../shared/sync/contact.ts';
import { readNetwork, type ListProblem } from '../../shared/sync/network-reading.ts';
import { useHost } from '../app/host.tsx';
import { wireHere } from '../sync/wire-here.ts';
import { forgetList, keepList, keepNames, readKeptList, readNames } from './kept-list.ts';

/** What this PC knows of the network, and what a coordinator may do with it. */
export interface Network {
  /** The server with the coordinator's account; null when none is set, undefined while that is looked up. */
  readonly peer: PeerInfo | null | undefined;
  /** The list, the kept one until a newer was fetched. */
  readonly figures: NetworkFigures | null;
  /** False for the kept list of an earlier day. */
  readonly isFresh: boolean;
  readonly isLooking: boolean;
  readonly problem: ListProblem | null;
  readonly names: Readonly<Record<string, string>>;
  readonly refresh: () => Promise<void>;
  /** The account was written anew: who it is is looked up again, and the list fetched. */
  readonly connected: () => Promise<void>;
  readonly forget: () => Promise<void>;
  readonly rename: (chapter: string, name: string) => Promise<void>;
}

/** The network's list on this PC: shown at once as it was kept, then fetched. */
export function useNetwork(): Network {
  const host = useHost();
  const [peer, setPeer] = useState<PeerInfo | null>();
  const [figures, setFigures] = useState<NetworkFigures | null>(null);
  const [isFresh, setFresh] = useState(false);
  const [isLooking, setLooking] = useState(false);
  const [problem, setProblem] = useState<ListProblem | null>(null);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});

  const refresh = useCallback(async () => {
    setLooking(true);
    const read = await readNetwork(wireHere(), realClock);
    setLooking(false);
    setProblem(read.problem);
    if (read.figures === null) return;
    setFigures(read.figures);
    setFresh(true);
    // A PC that cannot write shows the list until it is closed.
    await keepList(host, read.figures).catch(() => undefined);
  }, [host]);

  const connected = useCallback(async () => {
    const found = await host.sync.peer(NETWORK_DATABASE);
    if (found) await refresh();
    setPeer(found);
  }, [host, refresh]);

  useEffect(() => {
    let here = true;
    const begin = async (): Promise<void> => {
      const [found, kept, called] = await Promise.all([host.sync.peer(NETWORK_DATABASE), readKeptList(host), readNames(host)]);
      if (!here) return;
      setPeer(found);
      setNames(called);
      if (found === null) return;
      setFigures((now) => now ?? kept);
      await refresh();
    };
    begin().catch(() => {
      if (here) setProblem('this-pc-trouble');
    });
    return () => {
      here = false;
    };
  }, [host, refresh]);

  const forget = async (): Promise<void> => {
    await host.sync.forgetPeer(NETWORK_DATABASE);
    await forgetList(host);
    setPeer(null);
    setFigures(null);
    setFresh(false);
    setProblem(null);
    setNames({});
  };
  const rename = async (chapter: string, name: string): Promise<void> => {
    const { [chapter]: _before, ...others } = names;
    const next = name.trim() === '' ? others : { ...others, [chapter]: name.trim() };
    setNames(next);
    await keepNames(host, next);
  };
  return { peer, figures, isFresh, isLooking, problem, names, refresh, connected, forget, rename };
}
