import Box from '@mui/material/Box';
import { isToDelete, type ListExport } from '../../shared/domain/list-export.ts';
import { dayInWords } from '../../shared/words/moment.ts';
import { useChapter } from '../app/chapter.tsx';
import { useLanguage, useWords } from '../app/language.tsx';
import { useOfficeRecords } from '../app/office-records.ts';
import { useSave } from '../app/saving.ts';
import { useAccess } from '../app/user-access.ts';
import { useSaving } from '../members/people/use-saving.tsx';
import { QuietButton } from '../ui/Buttons.tsx';

/** Files with lists that this person saved a while ago and nobody said are deleted; administrators see everybody's (domain §5.8). */
export function useListsToDelete(): readonly ListExport[] {
  const { user } = useChapter();
  const { manages } = useAccess();
  const exports = useOfficeRecords('export') ?? [];
  const now = new Date();
  return exports.filter((one) => (manages || one.createdBy === user.id) && isToDelete(one, now));
}

/** "Delete the list that was saved on …", with the button that says it is done. */
export function ListToDelete({ list: { id, createdAt, exported } }: { list: ListExport }) {
  const t = useWords('lists');
  const { lang } = useLanguage();
  const save = useSave();
  const { save: saving, failed } = useSaving();
  const date = createdAt === undefined ? '' : dayInWords(new Date(createdAt), lang);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, minHeight: 68, px: 2, py: 1, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
        {t('left.delete', { date })}
        <Box sx={{ fontSize: '0.9375rem', lineHeight: '20px', color: 'text.secondary' }}>{t('left.people', { count: exported })}</Box>
      </Box>
      <QuietButton onClick={() => saving(() => save.change('office', id, { fileGoneAt: new Date().toISOString() }, { undoLabel: t('left.isDeleted') }))}>{t('left.isDeleted')}</QuietButton>
      {failed}
    </Box>
  );
}
