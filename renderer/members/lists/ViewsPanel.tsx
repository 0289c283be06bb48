import Box from '@mui/material/Box';
import { useState } from 'react';
import type { SavedView } from '../../../shared/domain/saved-view.ts';
import { useWords } from '../../app/language.tsx';
import { NARROW } from '../../app/narrow.ts';
import { useSave } from '../../app/saving.ts';
import { QuietButton, TextButton } from '../../ui/Buttons.tsx';
import { SavedTextField } from '../../ui/SavedTextField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useSaving } from '../people/use-saving.tsx';
import { useListState } from './list-state.ts';
import { isChanged, viewOfState } from './saved-views.ts';
import { useSavedViews, ViewChooser } from './ViewChooser.tsx';

/** The views of the chapter: choose one, keep what is shown under a name, rename, and put away. */
export function ViewsPanel() {
  const { chosen } = useSavedViews();
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 720, py: 1 }}>
      <ViewChooser />
      {chosen === undefined ? null : <ChosenView key={chosen.id} view={chosen} />}
      <NewView />
    </Box>
  );
}

function ChosenView({ view }: { view: SavedView }) {
  const t = useWords('lists');
  const save = useSave();
  const { save: saving, failed } = useSaving();
  const [state, change] = useListState();
  const { id, viewName: name } = view;
  const write = (patch: Partial<SavedView>): Promise<unknown> => save.change('office', id, patch, { undoLabel: t('undo.viewChanged', { name }) });
  const bin = async (): Promise<void> => {
    await save.bin('office', id, { undoLabel: t('undo.viewBinned', { name }) });
    change({ view: '' });
  };
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <SavedTextField label={t('views.name')} value={name} onSave={(typed) => (typed.trim() === '' ? Promise.resolve() : write({ viewName: typed.trim() }))} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {isChanged(view, state) ? <QuietButton onClick={() => saving(() => write(viewOfState(state, view)))}>{t('views.keepHere')}</QuietButton> : null}
        <TextButton onClick={() => saving(bin)}>{t('views.bin')}</TextButton>
      </Box>
      {failed}
    </Box>
  );
}

function NewView() {
  const t = useWords('lists');
  const save = useSave();
  const { save: saving, failed } = useSaving();
  const [state, change] = useListState();
  const [name, setName] = useState('');
  const [isNameless, setNameless] = useState(false);
  const keep = async (): Promise<void> => {
    const viewName = name.trim();
    setNameless(viewName === '');
    if (viewName === '') return;
    const made = await save.create('office', { kind: 'view', viewName, ...viewOfState(state) }, { undoLabel: t('undo.viewMade', { name: viewName }) });
    setName('');
    change({ view: made.id });
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        saving(keep);
      }}
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'end', gap: 1, [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' } }}
    >
      <TextField label={t('views.newName')} hint={t('views.hint')} error={isNameless ? t('views.nameFirst') : undefined} maxLength={60} value={name} onChange={setName} />
      <Box sx={{ alignSelf: 'start', pt: '28px' }}>
        <QuietButton type="submit">{t('views.keep')}</QuietButton>
      </Box>
      {failed}
    </Box>
  );
}
