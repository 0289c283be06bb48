import { severityOf, type SyncProblem } from '../../shared/sync/problems.ts';
import type { PeerStatus } from '../../shared/sync/status.ts';
import { useWords } from '../app/language.tsx';
import { QuietButton } from '../ui/Buttons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { usePeerName } from './peer-name.ts';

/** What a person can do about a problem: write the password or the connection anew, or try again. */
export function actionFor(problem: SyncProblem): 'password' | 'connection' | 'again' {
  if (problem === 'wrong-password') return 'password';
  return problem === 'no-peer' || problem === 'not-allowed' ? 'connection' : 'again';
}

/** The sentence for a problem with a peer; a neighbour's PC is nothing to call headquarters for. */
export function useProblemWords(): (status: Pick<PeerStatus, 'peer' | 'problem'>) => string | null {
  const t = useWords('sync');
  const nameOf = usePeerName();
  return ({ peer: { kind, label }, problem }) => {
    if (problem === null) return null;
    if (kind === 'server' || problem.startsWith('this-pc') || problem === 'captive-portal') return t(`problem.${problem}`, { peer: nameOf(label) });
    const peer = kind === 'here' ? t('peer.here') : label;
    if (problem === 'no-network' || problem === 'server-full') return t(`neighbourProblem.${problem}`, { peer });
    return t(`neighbourProblem.${problem === 'wrong-password' || problem === 'not-allowed' ? 'account' : 'other'}`, { peer });
  };
}

/** What hinders the exchange with a peer, what it means for the work, and the one thing to press. */
export function ProblemNotice({ status, onAgain, onConnection }: { status: PeerStatus; onAgain: () => void; onConnection: (focus: 'address' | 'password') => void }) {
  const t = useWords('sync');
  const words = useProblemWords()(status);
  const { problem, peer } = status;
  if (problem === null || words === null) return null;
  const action = peer.kind === 'server' ? actionFor(problem) : 'again';
  const press = (): void => {
    if (action === 'again') onAgain();
    else onConnection(action === 'password' ? 'password' : 'address');
  };
  return (
    <Notice kind={severityOf(problem) === 'passes' ? 'careful' : 'wrong'} action={<QuietButton onClick={press}>{t(`action.${action}`)}</QuietButton>}>
      {words}
    </Notice>
  );
}
