import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../app/language.tsx';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { TextButton } from '../../ui/Buttons.tsx';
import { mergePath } from '../paths.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';

/** From a person's page to the one who is the same person, when no list has found it. */
export function JoinWithAnother({ id }: { id: string }) {
  const t = useWords('merging');
  const navigate = useNavigate();
  const readsAll = useReadsOrganizers();
  const [asking, ask] = useState(false);
  if (!readsAll) return null;
  if (!asking) return <TextButton onClick={() => ask(true)}>{t('join.ask')}</TextButton>;
  return <PersonPicker label={t('join.label')} hint={t('join.hint')} chosen={new Set([id])} onPick={async (other) => navigate(mergePath(id, other))} />;
}
