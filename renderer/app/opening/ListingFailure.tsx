import { QuietButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useWords } from '../language.tsx';
import { OpeningPage } from './OpeningPage.tsx';

/** When the list of chapters itself could not be read. */
export function ListingFailure({ onRetry }: { onRetry: () => void }) {
  const t = useWords(['opening', 'common', 'shell']);
  return (
    <OpeningPage title={t('opening:unlock.titleMany')}>
      <Notice kind="wrong" action={<QuietButton onClick={onRetry}>{t('common:tryAgain')}</QuietButton>}>
        {t('shell:failure.noHost')}
      </Notice>
    </OpeningPage>
  );
}
