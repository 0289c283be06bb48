import Box from '@mui/material/Box';
import { useWords } from '../app/language.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { useTopOfPage } from '../ui/use-top-of-page.ts';
import { ChapterList } from './ChapterList.tsx';

/** The list of chapters inside an opened chapter, for a coordinator who also works in one. */
export function HeadquartersScreen() {
  useTopOfPage();
  const t = useWords('headquarters');
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageTitle title={t('title')}>{t('lead')}</PageTitle>
      <ChapterList />
    </Box>
  );
}
