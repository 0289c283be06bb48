import { mainPeer, type SyncStatus } from '../../shared/sync/status.ts';
import { useWords } from '../app/language.tsx';
import type { Mood } from './mood.ts';
import { usePeerName } from './peer-name.ts';
import { useWhen } from './when.ts';

interface MoodWords {
  /** The few words in the top bar, and a second line: as of when, since when, what then. */
  readonly short: string;
  readonly below: string | null;
  /** What is read out once when the mood becomes this; without numbers. */
  readonly announced: string;
}

/** How a mood is said: at whom, as of when, how many since when. */
export function useMoodWords(): (mood: Mood, status: SyncStatus) => MoodWords {
  const t = useWords('sync');
  const when = useWhen('short');
  const nameOf = usePeerName();
  return (mood, status) => {
    const main = mainPeer(status);
    const peer = nameOf(main?.peer.label ?? null);
    switch (mood) {
      case 'safe':
        return { short: t('slot.safe', { peer }), below: t('slot.asOf', { when: when(main?.safeAt ?? '') }), announced: t('announce.safe', { peer }) };
      case 'waiting': {
        const since = main?.waitingSince ?? null;
        return { short: t('slot.waiting', { count: status.waiting }), below: since === null ? null : t('slot.since', { when: when(since) }), announced: t('announce.waiting') };
      }
      case 'unconfirmed':
        return { short: t('slot.unconfirmed'), below: null, announced: t('announce.unconfirmed', { peer }) };
      case 'pausing':
        return { short: t('slot.pausing'), below: status.nextTryAt === null ? null : t('slot.goesOn', { when: when(status.nextTryAt) }), announced: t('announce.pausing') };
      case 'needsYou':
        return { short: t('slot.needsYou'), below: t('slot.pressHere'), announced: t('announce.needsYou') };
      case 'sending':
      case 'receiving':
      case 'verifying':
        return { short: t(`slot.${mood}`), below: null, announced: t('announce.busy') };
      case 'practice':
      case 'notConnected':
        return { short: t(`slot.${mood}`), below: null, announced: t(`slot.${mood}`) };
    }
  };
}
