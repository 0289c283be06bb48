import { QuietButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useWords } from '../language.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import { useOpeningSentence } from './use-opening-action.ts';

/** When the list of chapters itself could not be read. */
export function ListingFailure({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  const t = useWords(['opening', 'common']);
  const sentence = useOpeningSentence();
  return (
    <OpeningPage title={t('opening:unlock.titleMany')}>
      <Notice kind="wrong" action={<QuietButton onClick={onRetry}>{t('common:tryAgain')}</QuietButton>}>
        {sentence(problem)}
      </Notice>
    </OpeningPage>
  );
}
