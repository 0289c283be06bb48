import type { AccessEnd } from '../../../shared/store/chapter-access.ts';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { useWords } from '../language.tsx';
import { OpeningPage } from './OpeningPage.tsx';

/** Why a chapter was locked while someone worked in it: they, or this PC, were taken out, or their role changed. */
export function AccessEnded({ end, onGoOn }: { end: AccessEnd; onGoOn: () => void }) {
  const t = useWords('users');
  return (
    <OpeningPage title={t('ended.title')} lead={t(`ended.${end}`)}>
      <PrimaryButton autoFocus onClick={onGoOn}>
        {t('ended.goOn')}
      </PrimaryButton>
    </OpeningPage>
  );
}
