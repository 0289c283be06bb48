import { useCallback, useEffect, useState } from 'react';
import type { ConnectProblem, NearbyPc, PeerInfo } from '../../../shared/host.ts';
import { useChapter } from '../../app/chapter.tsx';
import { useHost } from '../../app/host.tsx';

export type NeighbourStage =
  | { readonly at: 'rest' | 'looking' | 'connecting' }
  | { readonly at: 'found'; readonly others: readonly NearbyPc[]; readonly known: number }
  | { readonly at: 'connected' | 'forgotten'; readonly label: string }
  | { readonly at: 'failed'; readonly problem: ConnectProblem | 'unknown' };

/** The other PCs of the chapter: those connected, and the way to more. */
export interface Neighbours {
  readonly connected: readonly PeerInfo[];
  readonly stage: NeighbourStage;
  readonly look: () => void;
  readonly connect: (address: string) => Promise<boolean>;
  readonly forget: (peer: PeerInfo) => void;
}

/** `changed` is told when a PC was connected or disconnected. */
export function useNeighbours(changed: () => void): Neighbours {
  const { database } = useChapter();
  const { sharing, sync } = useHost();
  const [connected, setConnected] = useState<readonly PeerInfo[]>([]);
  const [stage, setStage] = useState<NeighbourStage>({ at: 'rest' });
  const failed = useCallback(() => setStage({ at: 'failed', problem: 'unknown' }), []);
  const list = useCallback(
    () => sync.peers(database).then((peers) => setConnected(peers.filter(({ kind }) => kind === 'neighbour'))),
    [database, sync],
  );
  useEffect(() => {
    list().catch(() => undefined);
  }, [list]);

  const look = (): void => {
    setStage({ at: 'looking' });
    sharing.nearby(database).then((found) => {
      const others = found.filter((pc) => pc.connected === null);
      setStage({ at: 'found', others, known: found.length - others.length });
    }, failed);
  };
  const connect = async (address: string): Promise<boolean> => {
    setStage({ at: 'connecting' });
    try {
      const answer = await sharing.connect(database, address);
      setStage(answer.ok ? { at: 'connected', label: answer.peer.label } : { at: 'failed', problem: answer.problem });
      if (!answer.ok) return false;
      await list();
      changed();
      return true;
    } catch {
      failed();
      return false;
    }
  };
  const forget = (peer: PeerInfo): void => {
    sync.forgetPeer(database, peer.id).then(async () => {
      setStage({ at: 'forgotten', label: peer.label });
      await list();
      changed();
    }, failed);
  };
  return { connected, stage, look, connect, forget };
}
