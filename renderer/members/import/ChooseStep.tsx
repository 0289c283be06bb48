import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState, type DragEvent } from 'react';
import { useHost } from '../../app/host.tsx';
import { useWords } from '../../app/language.tsx';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ENDINGS, MOST_BYTES, openList, type FileProblem, type OpenedList } from './list-file.ts';
import { pause } from './pause.ts';

interface GivenFile {
  readonly tooLarge: boolean;
  readonly bytes: Uint8Array;
}

async function droppedFile(file: File): Promise<GivenFile> {
  const tooLarge = file.size > MOST_BYTES;
  return { tooLarge, bytes: tooLarge ? new Uint8Array() : new Uint8Array(await file.arrayBuffer()) };
}

/** The file: chosen or dropped; what is no list gets a sentence with what to do next, and nothing is added. */
export function ChooseStep({ onOpened }: { onOpened: (opened: OpenedList) => void }) {
  const t = useWords('import');
  const host = useHost();
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const [reading, setReading] = useState(false);
  const [over, setOver] = useState(false);
  const read = async (give: () => Promise<GivenFile | null>): Promise<void> => {
    setProblem(null);
    try {
      const file = await give();
      if (file === null) return;
      setReading(true);
      // "Reading…" is drawn before a long list is read.
      await pause();
      const opened = file.tooLarge ? ({ problem: 'too-large' } as const) : openList(file.bytes);
      if ('problem' in opened) setProblem(opened.problem);
      else onOpened(opened);
    } catch {
      setProblem('not-opened');
    } finally {
      setReading(false);
    }
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void read(() => droppedFile(file));
  };
  const sentence = problem === 'too-large' ? t('screen.choose.tooLarge') : problem === 'not-opened' ? t('screen.choose.failed') : problem === null ? null : t(`file.${problem}`);
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 720 }}>
      <Box
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        sx={{ border: '2px dashed', borderColor: over ? 'primary.main' : 'divider', borderRadius: 1, bgcolor: over ? 'action.selected' : 'background.paper', px: 3, py: 4 }}
      >
        <Typography sx={{ mb: 2 }}>{t('screen.choose.what')}</Typography>
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 2 }}>
          <PrimaryButton onClick={() => void read(() => host.files.choose(ENDINGS, MOST_BYTES))} disabled={reading}>
            {reading ? t('screen.choose.reading') : t('screen.choose.button')}
          </PrimaryButton>
          <Typography sx={{ color: 'text.secondary' }}>{t('screen.choose.drop')}</Typography>
        </Box>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
          {t('screen.choose.nothingYet')}
        </Typography>
      </Box>
      {sentence === null ? null : <Notice kind="wrong">{sentence}</Notice>}
    </Box>
  );
}
