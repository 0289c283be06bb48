import { QuietButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { isLockedOut } from '../../../shared/host.ts';
import { useWords } from '../language.tsx';
import { OpeningPage } from './OpeningPage.tsx';

/** When the list of chapters itself could not be read. */
export function ListingFailure({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  const t = useWords(['opening', 'common', 'errors', 'shell']);
  return (
    <OpeningPage title={t('opening:unlock.titleMany')}>
      <Notice kind="wrong" action={<QuietButton onClick={onRetry}>{t('common:tryAgain')}</QuietButton>}>
        {isLockedOut(problem) ? t('errors:host.lockedOut') : t('shell:failure.noHost')}
      </Notice>
    </OpeningPage>
  );
}
