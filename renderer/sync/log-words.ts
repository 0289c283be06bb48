import { OWN_HUB, SERVER_PEER } from '../../shared/host.ts';
import { mainPeer, type PeerStatus, type SyncStatus } from '../../shared/sync/status.ts';
import type { LogLine } from '../../shared/sync/sync-log.ts';
import { useWords } from '../app/language.tsx';
import { useWhen } from './when.ts';

const MINUTE = 60_000;
/** Letters of a PC's id that tell it from the others over the phone. */
const CODE = { from: 'pc-'.length, to: 'pc-'.length + 4 };

/** A line as it can be read out: when, with whom, what, how many, how long. Never a name: PCs are called by letters of their id. */
export interface SaidLine {
  readonly when: string;
  readonly text: string;
}

/** The lines of the log in words of the screen's language. */
export function useLogWords(): (line: LogLine) => SaidLine {
  const t = useWords('sync');
  const moment = useWhen();
  const whoOf = useLogPeer();
  return ({ at, peer, step, sent = 0, received = 0, count, problem, guard, ms }) => {
    const what = t(`log.step.${step}`, { problem: problem === undefined ? '' : t(`log.problem.${problem}`), guard: guard === undefined ? '' : t(`log.guard.${guard}`) });
    const figures = [
      sent > 0 ? t('log.sent', { count: sent }) : '',
      received > 0 ? t('log.received', { count: received }) : '',
      count === undefined ? '' : t('log.count', { count }),
      ms === undefined ? '' : ms < MINUTE ? t('log.seconds', { count: Math.round(ms / 1000) }) : t('log.minutes', { count: Math.round(ms / MINUTE) }),
    ].filter((one) => one !== '');
    return { when: moment(at), text: `${whoOf(peer)}: ${[what, ...figures].join(', ')}.` };
  };
}

/** How the log calls a peer, by its id. */
export function useLogPeer(): (id: string) => string {
  const t = useWords('sync');
  return (id) => {
    if (id === SERVER_PEER) return t('log.who.server');
    if (id === OWN_HUB) return t('log.who.here');
    return id.startsWith('pc-') ? t('log.who.pc', { code: id.slice(CODE.from, CODE.to).toUpperCase() }) : t('log.who.stick');
  };
}

/** Where each peer stands, in one line each, to begin a call with. */
export function usePeerLines(): (status: SyncStatus) => readonly string[] {
  const t = useWords('sync');
  const moment = useWhen();
  const whoOf = useLogPeer();
  const lineOf = ({ peer, waiting, denied, safeAt }: PeerStatus): string => {
    const said = { peer: whoOf(peer.id), waiting, denied: denied.length };
    return safeAt === null ? t('log.headNever', said) : t('log.headPeer', { ...said, when: moment(safeAt) });
  };
  return (status) => {
    const main = mainPeer(status);
    return [...(main ? [main] : []), ...status.peers.filter((one) => one !== main)].map(lineOf);
  };
}
