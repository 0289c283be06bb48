import { useWords } from '../app/language.tsx';
import { OpeningPage } from '../app/opening/OpeningPage.tsx';
import { ChapterList } from './ChapterList.tsx';

/** The list of chapters on a PC where none is open: a coordinator at headquarters needs none. */
export function HeadquartersPage({ onBack }: { onBack: () => void }) {
  const t = useWords('headquarters');
  return (
    <OpeningPage wide title={t('title')} lead={t('lead')} onBack={onBack}>
      <ChapterList />
    </OpeningPage>
  );
}
