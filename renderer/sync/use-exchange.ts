import { useState } from 'react';
import { mainPeer, type SyncStatus } from '../../shared/sync/status.ts';
import { useHostSentence } from '../app/host-trouble.ts';
import { useWords } from '../app/language.tsx';
import { useSyncSession } from './session-here.ts';

/** What people begin on the page, and how the last of it ended. */
export interface Exchanging {
  /** What went well last, until something else is begun. */
  readonly finished: 'exchange' | 'verify' | null;
  /** This PC's own host did not answer: a sentence. */
  readonly failed: string | null;
  readonly exchange: () => Promise<void>;
  readonly verify: () => Promise<void>;
  readonly decide: (peerId: string, answer: 'go-on' | 'stop') => Promise<void>;
  readonly stop: () => void;
  readonly hurry: () => void;
}

/** The session's deeds with what became of them. */
export function useExchange(): Exchanging {
  const t = useWords('sync');
  const session = useSyncSession();
  const ofHost = useHostSentence();
  const [finished, setFinished] = useState<Exchanging['finished']>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const run = async (what: 'exchange' | 'verify', work: () => Promise<SyncStatus>): Promise<void> => {
    setFinished(null);
    setFailed(null);
    try {
      const before = mainPeer(session.status.value)?.verifiedAt ?? null;
      const main = mainPeer(await work());
      const isWell = main !== null && main.problem === null && main.guard === null && main.waiting === 0;
      // Stopped in its midst, nothing was compared to its end.
      if (isWell && (what === 'exchange' || main.verifiedAt !== before)) setFinished(what);
    } catch (problem) {
      setFailed(ofHost(problem) ?? t('failed'));
    }
  };
  const exchange = (): Promise<void> => run('exchange', () => session.exchange());
  const verify = async (): Promise<void> => {
    // An exchange that waits for the line would be waited for.
    if (session.status.value.activity === 'pausing') await session.cancel();
    await run('verify', () => session.verify());
  };
  return {
    finished,
    failed,
    exchange,
    verify,
    decide: async (peerId, answer) => {
      await session.decide(peerId, answer);
      if (answer === 'go-on') await exchange();
    },
    stop: () => void session.cancel(),
    hurry: () => session.hurry(),
  };
}
