import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import OutlinedInput from '@mui/material/OutlinedInput';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { IMPORT_FIELDS, type ImportField } from '../../../shared/import/columns.ts';
import { useWords } from '../../app/language.tsx';
import { PrimaryButton, QuietButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { namesPeople, readAgain, type OpenedList } from './list-file.ts';

/** Rows shown under each column: enough to tell what it holds. */
const SHOWN = 5;

/** What each column of the list holds: guessed, shown with the first rows, and changed by whoever knows better. */
export function ColumnsStep({ opened, onChange, onNext, onBack }: { opened: OpenedList; onChange: (opened: OpenedList) => void; onNext: () => void; onBack: () => void }) {
  const t = useWords('import');
  const { list, columns, text } = opened;
  const sample = list.rows.filter((row) => row.problem === undefined).slice(0, SHOWN);
  const hasName = namesPeople(columns);
  const titleOf = (column: number): string => list.headings?.[column]?.trim() || t('screen.columns.numbered', { number: column + 1 });
  const setField = (column: number, field: ImportField): void => onChange({ ...opened, columns: columns.map((one, at) => (at === column ? field : one)) });
  const onlyRow = list.rows.length === 1 && list.headings === null;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, minHeight: 0 }}>
      <Box>
        <Typography>{t('screen.columns.what', { count: list.rows.length })}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('screen.columns.letters')}
        </Typography>
      </Box>
      <Box
        role="region"
        aria-label={t('screen.columns.table')}
        // A wide list scrolls sideways, also with the keyboard.
        tabIndex={0}
        sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', flexShrink: 0 }}
      >
        <Box component="table" sx={{ borderCollapse: 'collapse', minWidth: '100%', '& th, & td': { textAlign: 'left', px: 1.5, py: 1, borderBottom: '1px solid', borderColor: 'divider', minWidth: 176, maxWidth: 240, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }, '& tr:last-child td': { borderBottom: 0 } }}>
          <thead>
            <tr>
              {columns.map((field, column) => (
                <Box component="th" key={column} scope="col" sx={{ verticalAlign: 'bottom', fontWeight: 400 }}>
                  <Typography variant="body2" sx={{ fontWeight: 700, mb: 0.5, overflow: 'hidden', textOverflow: 'ellipsis' }}>
                    {titleOf(column)}
                  </Typography>
                  <Select<ImportField>
                    fullWidth
                    input={<OutlinedInput notched={false} />}
                    value={field}
                    onChange={(event) => setField(column, event.target.value)}
                    SelectDisplayProps={{ 'aria-label': t('screen.columns.holds', { column: titleOf(column) }) }}
                    MenuProps={{ slotProps: { paper: { sx: { maxHeight: 420 } } } }}
                    sx={field === 'ignore' ? { color: 'text.secondary' } : { fontWeight: 500 }}
                  >
                    {IMPORT_FIELDS.map((one) => (
                      <MenuItem key={one} value={one}>
                        {t(`field.${one}`)}
                      </MenuItem>
                    ))}
                  </Select>
                </Box>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((row) => (
              <tr key={row.number}>
                {columns.map((field, column) => (
                  <Box component="td" key={column} sx={{ color: field === 'ignore' ? 'text.secondary' : undefined, textDecoration: field === 'ignore' ? 'line-through' : undefined }}>
                    {row.cells[column]}
                  </Box>
                ))}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
      {onlyRow ? null : (
        <FormControlLabel
          sx={{ alignSelf: 'flex-start' }}
          label={t('screen.columns.headings')}
          control={<Checkbox checked={list.headings !== null} onChange={(event) => onChange(readAgain(text, event.target.checked))} />}
        />
      )}
      {hasName ? null : <Notice kind="careful">{t('screen.columns.noName')}</Notice>}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <PrimaryButton onClick={onNext} disabled={!hasName}>
          {t('screen.columns.next')}
        </PrimaryButton>
        <QuietButton onClick={onBack}>{t('screen.columns.back')}</QuietButton>
      </Box>
    </Box>
  );
}
