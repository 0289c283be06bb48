import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Device } from '../../shared/domain/office.ts';
import { useChapter } from '../app/chapter.tsx';
import { useWords } from '../app/language.tsx';
import { useLiveQuery } from '../app/records.ts';
import { useSave } from '../app/saving.ts';
import { OtherComputer } from './users/OtherComputer.tsx';
import { SavedTextField } from '../ui/SavedTextField.tsx';
import { Section } from '../ui/Section.tsx';

/** This PC's sticker and letter, and the chapter's other PCs by name. */
export function ThisComputer() {
  const t = useWords('office');
  const chapter = useChapter();
  const save = useSave();
  const found = useLiveQuery('office', { selector: { kind: 'device' } }) ?? [];
  const devices = found.filter((record): record is Device => record.kind === 'device' && record.removed !== true);
  const mine = devices.find((device) => device.id === chapter.device);
  const others = devices.filter((device) => device.id !== chapter.device);
  if (!mine) return null;
  return (
    <Section title={t('computer.title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <SavedTextField
          label={t('computer.name')}
          hint={t('computer.letter', { letter: mine.letter })}
          value={mine.name}
          onSave={(name) => save.change('office', mine.id, { name }, { undoLabel: t('undo.changed', { field: t('computer.name') }) })}
        />
        <Box>
          <Typography sx={{ color: 'text.secondary' }}>{t('computer.others', { count: devices.length })}</Typography>
          <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {others.map((device) => (
              <OtherComputer key={device.id} device={device} />
            ))}
          </Box>
        </Box>
      </Box>
    </Section>
  );
}
