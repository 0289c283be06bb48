import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, useState, type KeyboardEvent } from 'react';
import { displayName } from '../../../shared/names/name-parts.ts';
import { useDirectory } from '../../app/directory.tsx';
import { useWords } from '../../app/language.tsx';
import { ChoiceList, choiceId } from '../../meetings/typing/ChoiceList.tsx';
import { Field } from '../../ui/Field.tsx';

const OFFERED = 6;
const LETTERS_NEEDED = 2;
/** Stands in the place of an id for somebody who is not here yet. */
const NEW = '';

/**
 * Chooses somebody of the chapter by any part of their name: Enter takes the highlighted one, a number the one beside it,
 * and the field is free again. `chosen` are marked and not chosen a second time.
 */
export function PersonPicker({
  label,
  hint,
  chosen,
  onPick,
  onAdd,
}: {
  label: string;
  hint: string;
  chosen: ReadonlySet<string>;
  onPick: (person: string) => Promise<unknown>;
  /** Lets a name that nobody has become a new person; it is then also taken when the field is left. */
  onAdd?: (name: string) => Promise<unknown>;
}) {
  const t = useWords('meetings');
  const m = useWords('members');
  const directory = useDirectory();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [highlight, setHighlight] = useState(0);
  const found = typed.trim().length < LETTERS_NEEDED ? [] : directory.search(typed, { limit: OFFERED });
  const canAdd = onAdd !== undefined && typed.trim().length >= LETTERS_NEEDED;
  const choices = [
    ...found.map((entry) => ({ id: entry.id, label: displayName(entry), detail: directory.institutionName(entry.institutions[0]) })),
    ...(canAdd ? [{ id: NEW, label: t('expected.addNew', { name: typed.trim() }), detail: '' }] : []),
  ];
  const pick = (index: number): void => {
    const choice = choices[index];
    if (choice === undefined) return;
    setTyped('');
    setHighlight(0);
    if (choice.id === NEW) void onAdd?.(typed.trim());
    else if (!chosen.has(choice.id)) void onPick(choice.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (move !== 0 && choices.length > 0) {
      event.preventDefault();
      setHighlight((highlight + move + choices.length) % choices.length);
    } else if (event.key === 'Enter' && choices.length > 0) {
      event.preventDefault();
      pick(highlight);
    } else if (event.key === 'Escape' && typed !== '') {
      event.stopPropagation();
      setTyped('');
    } else if (/^[1-9]$/.test(event.key) && choices[Number(event.key) - 1] !== undefined) {
      event.preventDefault();
      pick(Number(event.key) - 1);
    }
  };
  const markOf = ({ id }: { readonly id: string }): string =>
    [directory.get(id)?.doNotContact === true ? m('person.doNotContact.mark') : '', chosen.has(id) ? t('expected.already') : ''].filter(Boolean).join(' · ');
  const nobody = typed.trim().length >= LETTERS_NEEDED && choices.length === 0;
  return (
    <Field label={label} hint={nobody ? t('expected.nobody') : hint}>
      {(control) => (
        <Box
          sx={{ position: 'relative' }}
          // Room for the people found below the field.
          onFocus={(event) => event.currentTarget.scrollIntoView?.({ block: 'center' })}
          onBlur={(event) => {
            if (event.currentTarget.contains(event.relatedTarget)) return;
            // Where a new name is welcome, one that nobody has is taken, and one that somebody may have waits for a choice.
            if (!canAdd) setTyped('');
            else if (found.length === 0) pick(0);
          }}
        >
          <OutlinedInput
            fullWidth
            notched={false}
            id={control.id}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setHighlight(0);
            }}
            onKeyDown={onKeyDown}
            inputProps={{
              role: 'combobox',
              autoComplete: 'off',
              spellCheck: false,
              'aria-describedby': control['aria-describedby'],
              'aria-autocomplete': 'list',
              'aria-expanded': choices.length > 0,
              'aria-controls': choices.length > 0 ? listId : undefined,
              'aria-activedescendant': choices.length > 0 ? choiceId(listId, highlight) : undefined,
            }}
          />
          {choices.length > 0 ? (
            <ChoiceList
              id={listId}
              label={t('expected.found')}
              choices={choices}
              highlight={highlight}
              markOf={markOf}
              onChoose={pick}
            />
          ) : null}
        </Box>
      )}
    </Field>
  );
}
