import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useChapter, useUndoStack } from '../../app/chapter.tsx';
import { useWords } from '../../app/language.tsx';
import { QuietButton, TextButton } from '../../ui/Buttons.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useSaving } from '../people/use-saving.tsx';
import { tagPeople } from './tag-people.ts';

/** What can be done with all the people that are chosen: give them a tag or take one from them, in one step that can be taken back. */
export function TagBar({ chosen, onNone }: { chosen: readonly string[]; onNone: () => void }) {
  const t = useWords('lists');
  const chapter = useChapter();
  const undo = useUndoStack();
  const { save, failed } = useSaving();
  const [typed, setTyped] = useState('');
  const [isTagless, setTagless] = useState(false);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [told, tell] = useState('');
  const give = (gives: boolean): void => {
    const tag = typed.trim();
    setTagless(tag === '');
    if (tag === '') return;
    const ids = chosen;
    save(async () => {
      setProgress({ done: 0, total: ids.length });
      try {
        const changed = await tagPeople(chapter, ids, { tag, gives }, (done) => setProgress({ done, total: ids.length }));
        tell(t(gives ? 'tag.given' : 'tag.taken', { tag, count: changed.length }));
        if (changed.length === 0) return;
        undo.push({
          label: t(gives ? 'undo.tagGiven' : 'undo.tagTaken', { tag }),
          undo: async () => ((await tagPeople(chapter, changed, { tag, gives: !gives })).length > 0 ? 'undone' : 'changed-since'),
        });
        setTyped('');
      } finally {
        setProgress(null);
      }
    });
  };
  if (progress !== null) return <ProgressLine label={t('tag.working')} done={progress.done} total={progress.total} />;
  return (
    <Box role="group" aria-label={t('tag.group')} sx={{ display: 'grid', gap: 1, py: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', columnGap: 2 }}>
        <Typography variant="body2" className="figures" role="status">
          {[t('tag.chosen', { count: chosen.length }), told].filter(Boolean).join(' · ')}
        </Typography>
        <TextButton onClick={onNone}>{t('tag.chooseNone')}</TextButton>
      </Box>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          give(true);
        }}
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 1 }}
      >
        <Box sx={{ flex: '0 1 280px' }}>
          <TextField
            label={t('tag.label')}
            error={isTagless ? t('tag.writeFirst') : undefined}
            maxLength={40}
            value={typed}
            onChange={(tag) => {
              setTyped(tag);
              tell('');
            }}
          />
        </Box>
        <Box sx={{ pt: '28px' }}>
          <QuietButton type="submit">{t('tag.give')}</QuietButton>
        </Box>
        <Box sx={{ pt: '28px' }}>
          <QuietButton onClick={() => give(false)}>{t('tag.take')}</QuietButton>
        </Box>
      </Box>
      {failed}
    </Box>
  );
}
