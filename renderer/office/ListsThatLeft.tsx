import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ListExport } from '../../shared/domain/list-export.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { dayAndTime, dayInWords } from '../../shared/words/moment.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { useOfficeRecords } from '../app/office-records.ts';
import { useSave } from '../app/saving.ts';
import { useAccess } from '../app/user-access.ts';
import { SavedSwitch } from '../ui/SavedSwitch.tsx';
import { Section } from '../ui/Section.tsx';

/** Whether lists of people may be saved as files, and those that were: for administrators (domain §5.8). */
export function ListsThatLeft({ settings }: { settings: Settings }) {
  const t = useWords('lists');
  const save = useSave();
  const { manages } = useAccess();
  const exports = useOfficeRecords('export') ?? [];
  if (!manages) return null;
  const label = t('left.allow');
  const latestFirst = [...exports].sort((one, other) => (other.createdAt ?? '').localeCompare(one.createdAt ?? ''));
  const allow = (listsMayLeave: boolean): Promise<unknown> => save.change('office', settings.id, { listsMayLeave }, { undoLabel: label });
  return (
    <Section title={t('left.title')}>
      <SavedSwitch label={label} hint={t('left.hint')} value={settings.listsMayLeave} onSave={allow} />
      {latestFirst.length === 0 ? (
        <Typography sx={{ color: 'text.secondary', mt: 1 }}>{t('left.none')}</Typography>
      ) : (
        <Box component="ul" aria-label={t('left.title')} sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
          {latestFirst.map((one) => (
            <LeftList key={one.id} list={one} />
          ))}
        </Box>
      )}
    </Section>
  );
}

function LeftList({ list: { createdAt, createdBy, exported, exportReason, columns, outcome, fileGoneAt } }: { list: ListExport }) {
  const t = useWords('lists');
  const { lang } = useLanguage();
  const users = useOfficeRecords('user');
  const who = users?.find(({ id }) => id === createdBy)?.name ?? t('left.someone');
  const named = columns.map((column) => t(`column.${column as 'name'}`, { defaultValue: column })).join(', ');
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', py: 1 }}>
      <Typography>{[createdAt === undefined ? '' : dayAndTime(new Date(createdAt), lang), who, t('left.people', { count: exported })].filter(Boolean).join(' · ')}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {[exportReason, named, fileGoneAt === undefined ? t(`left.outcome.${outcome}`) : t('left.gone', { date: dayInWords(new Date(fileGoneAt), lang) })].filter(Boolean).join(' · ')}
      </Typography>
    </Box>
  );
}
