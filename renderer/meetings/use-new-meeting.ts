import { useNavigate } from 'react-router';
import { useWords } from '../app/language.tsx';
import { useSave } from '../app/saving.ts';
import { meetingPath } from './paths.ts';

/** Makes an empty meeting and opens its page, where everything about it is written. */
export function useNewMeeting(): () => Promise<void> {
  const t = useWords('meetings');
  const save = useSave();
  const navigate = useNavigate();
  return async () => {
    const made = await save.create('gatherings', { title: { es: '', en: '' }, expected: [] }, { undoLabel: t('undo.new') });
    await navigate(meetingPath(made.id));
  };
}
