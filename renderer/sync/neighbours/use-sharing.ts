import { useCallback, useEffect, useState } from 'react';
import type { SharingState } from '../../../shared/host.ts';
import { useChapter } from '../../app/chapter.tsx';
import { useHost } from '../../app/host.tsx';

/** A hub that ended is started again by itself; the screen follows. */
const LOOK_EVERY_MS = 3000;

export interface SharingSwitch {
  /** Undefined until the machine has answered. */
  readonly state: SharingState | undefined;
  readonly working: boolean;
  readonly failed: boolean;
  readonly turn: (on: boolean) => void;
}

/** Whether this PC shares its chapter, followed while the screen is open, and the switch. */
export function useSharing(): SharingSwitch {
  const { database } = useChapter();
  const { sharing } = useHost();
  const [state, setState] = useState<SharingState>();
  const [working, setWorking] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const look = (): void => void sharing.state(database).then(setState, () => undefined);
    look();
    const regularly = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(regularly);
  }, [database, sharing]);
  const turn = useCallback(
    (on: boolean) => {
      setWorking(true);
      setFailed(false);
      (on ? sharing.start(database) : sharing.stop(database))
        .then(
          (now) => {
            setState(now);
            setFailed(now.on !== on);
          },
          () => setFailed(true),
        )
        .finally(() => setWorking(false));
    },
    [database, sharing],
  );
  return { state, working, failed, turn };
}
