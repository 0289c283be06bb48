import { usePeerName } from '../../sync/peer-name.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useWords } from '../language.tsx';
import type { RecoveryEnd } from './use-recovery.ts';
import { useOpeningSentence } from './use-opening-action.ts';

/** How the last try to bring records back ended, and what to do next. */
export function RecoveryEndNotice({ end, peer }: { end: RecoveryEnd; peer: string | null }) {
  const t = useWords('recovery');
  const peerName = usePeerName();
  const sentence = useOpeningSentence();
  switch (end.kind) {
    case 'stopped':
      return <Notice>{t('stopped')}</Notice>;
    case 'peer':
      return <Notice kind="wrong">{t('peerFailed', { sentence: t(`problem.${end.problem}`, { peer: peerName(peer) }) })}</Notice>;
    case 'problem':
      return <Notice kind="wrong">{sentence(end.problem)}</Notice>;
    case 'still-missing':
      return (
        <Notice kind="careful">
          {[
            end.unreadable > 0 ? t('fileMissing', { count: end.unreadable }) : '',
            end.count > 0 ? t('stillMissing', { count: end.count }) : '',
          ].filter((text) => text !== '').join(' ')}
        </Notice>
      );
  }
}
