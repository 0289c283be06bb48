import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, useState, type FormEvent } from 'react';
import type { Settings } from '../../../shared/domain/settings.ts';
import { inNameCase } from '../../../shared/names/name-case.ts';
import { withOwnNickname, type ListedName } from '../../../shared/names/nickname-groups.ts';
import { fold } from '../../../shared/names/normalize.ts';
import { useWords } from '../../app/language.tsx';
import { PrimaryButton, QuietButton } from '../../ui/Buttons.tsx';
import { FailedLine } from '../../ui/FailedLine.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useSettingsChange } from '../settings/use-settings-change.ts';
import { pairProblem } from './pair-problem.ts';

/**
 * A name and what people say for it, added to the chapter's table. `first` is the name that was being looked at; `onAdded`
 * has the name's key and a sentence that says what was added.
 */
export function AddNickname({
  listed,
  first,
  record,
  onAdded,
  onLeave,
}: {
  listed: readonly ListedName[];
  first: ListedName | undefined;
  record: Settings;
  onAdded: (key: string, sentence: string) => void;
  onLeave: () => void;
}) {
  const t = useWords(['structure', 'common']);
  const id = useId();
  const change = useSettingsChange(record);
  const [name, setName] = useState(inNameCase(first?.names[0] ?? ''));
  const [short, setShort] = useState('');
  const [pressed, setPressed] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const wrong = pressed ? pairProblem(name, short, listed) : null;
  const words = { name: inNameCase(name.trim()), short: inNameCase(short.trim()) };
  const add = (): void => {
    setProblem(null);
    const key = listed.find(({ names }) => names.some((there) => fold(there) === fold(words.name)))?.key ?? fold(words.name);
    change(t('structure:nicknames.title'), (now) => ({ ownNicknames: withOwnNickname(now.ownNicknames, words.name, words.short) })).then(
      () => onAdded(key, t('structure:nicknames.added', words)),
      setProblem,
    );
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setPressed(true);
    if (pairProblem(name, short, listed) === null) add();
  };
  const errorOf = (field: 'name' | 'short'): string | undefined => (wrong?.field === field ? t(`structure:nicknames.${wrong.why}`, words) : undefined);
  return (
    <Box component="form" aria-labelledby={id} noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', p: 3 }}>
      <Typography id={id} component="h2" variant="h2">
        {t('structure:nicknames.add')}
      </Typography>
      <TextField autoFocus={first === undefined} label={t('structure:nicknames.name')} hint={t('structure:nicknames.nameHint')} error={errorOf('name')} value={name} onChange={setName} />
      <TextField autoFocus={first !== undefined} label={t('structure:nicknames.short')} hint={t('structure:nicknames.shortHint')} error={errorOf('short')} value={short} onChange={setShort} />
      {problem === null ? null : (
        <Typography variant="body2" sx={{ color: 'error.main' }}>
          <FailedLine problem={problem} onRetry={add} />
        </Typography>
      )}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <PrimaryButton type="submit">{t('structure:nicknames.addAction')}</PrimaryButton>
        <QuietButton onClick={onLeave}>{t('common:cancel')}</QuietButton>
      </Box>
    </Box>
  );
}
