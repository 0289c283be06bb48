import { useNavigate } from 'react-router';
import { PrimaryButton } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { useWords } from './language.tsx';

/** For an address that leads nowhere, such as one typed by hand. */
export function NoSuchPage() {
  const t = useWords('shell');
  const navigate = useNavigate();
  return (
    <>
      <PageTitle title={t('notFound.title')} />
      <EmptyState action={<PrimaryButton onClick={() => void navigate('/')}>{t('failure.home')}</PrimaryButton>}>{t('notFound.text')}</EmptyState>
    </>
  );
}
