import Autocomplete from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useState } from 'react';
import type { Institution } from '../../../shared/domain/institution.ts';
import { useWords } from '../../app/language.tsx';
import { useSave } from '../../app/saving.ts';
import { Field } from '../../ui/Field.tsx';
import { useProblemSentence } from '../../ui/use-problem-sentence.ts';
import { institutionCalled, institutionsMatching } from './matching.ts';
import { useInstitutions } from './use-institutions.ts';

/** One that is there, or the name of one to be made. */
type Option = Institution | { readonly id: null; readonly name: string };

/** Where the list is drawn: in the shell's page, which does not cut it off as the pane would. */
function pageOf(): HTMLElement {
  return document.querySelector('main') ?? document.body;
}

/** How many are offered while typing; more is reading, not choosing. */
const OFFERED = 8;

/**
 * Chooses an institution by typing any words of its name. When none is called so, the last line adds it as a new one.
 * A whole name is taken when the field is left; a part of a name stays in the box and asks to choose.
 */
export function InstitutionPicker({
  label,
  hint,
  except = [],
  onPick,
}: {
  label: string;
  hint?: string;
  /** Ids of institutions that are chosen already and not offered. */
  except?: readonly string[];
  onPick: (institution: string) => Promise<unknown>;
}) {
  const t = useWords('members');
  const save = useSave();
  const sentence = useProblemSentence();
  const { all } = useInstitutions();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();

  const options = (text: string): Option[] => {
    const name = text.trim().replace(/\s+/g, ' ');
    const known = institutionsMatching(all, name).filter(({ id }) => !except.includes(id)).slice(0, OFFERED);
    return name === '' || institutionCalled(all, name) !== undefined ? known : [...known, { id: null, name }];
  };
  const pick = async (option: Option): Promise<void> => {
    // Emptied at once, so that leaving the field right after Enter does not choose a second time.
    setTyped('');
    try {
      const id = option.id ?? (await save.create('institutions', { name: option.name, otherNames: [], languages: [] }, { undoLabel: t('undo.newInstitution', { name: option.name }) })).id;
      await onPick(id);
      setError(undefined);
    } catch (problem) {
      setTyped(option.name);
      setError(sentence(problem));
    }
  };
  const leave = (): void => {
    if (typed.trim() === '') return;
    const called = institutionCalled(all, typed);
    const offered = options(typed);
    const [only] = offered;
    if (called !== undefined) void pick(called);
    else if (only !== undefined && offered.length === 1) void pick(only);
    else setError(t('institutionPicker.choose'));
  };

  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Autocomplete<Option>
          id={control.id}
          autoHighlight
          clearOnBlur={false}
          forcePopupIcon={false}
          noOptionsText={t(typed.trim() === '' ? 'institutionPicker.typeNew' : 'institutionPicker.none')}
          // The box is 44 high like every other; Autocomplete would pad it.
          sx={{ '& .MuiOutlinedInput-root.MuiOutlinedInput-root': { p: 0, minHeight: 44 }, '& .MuiOutlinedInput-root .MuiAutocomplete-input': { py: '10px', px: '12px' } }}
          handleHomeEndKeys={false}
          // The list opens inside the page's landmark, and is called like the field.
          slotProps={{ popper: { container: pageOf }, paper: { variant: 'outlined', sx: { mt: '4px', borderColor: 'text.secondary' } }, listbox: { 'aria-label': label, 'aria-labelledby': undefined } }}
          options={options(typed)}
          filterOptions={(offered) => offered}
          getOptionLabel={(option) => option.name}
          getOptionKey={(option) => option.id ?? 'new'}
          value={null}
          inputValue={typed}
          onInputChange={(_event, text, reason) => {
            if (reason === 'reset') return;
            setTyped(text);
            setError(undefined);
          }}
          onChange={(_event, chosen) => {
            if (chosen !== null) void pick(chosen);
          }}
          onBlur={leave}
          renderOption={(props, option) => {
            const { key, ...rest } = props;
            return (
              <li key={key} {...rest} style={{ minHeight: 44 }}>
                {option.id === null ? t('institutionPicker.addNew', { name: option.name }) : option.name}
              </li>
            );
          }}
          renderInput={({ slotProps }) => (
            <OutlinedInput
              fullWidth
              notched={false}
              ref={slotProps.input.ref as React.Ref<HTMLDivElement>}
              className={slotProps.input.className}
              error={error !== undefined}
              placeholder={t('institutionPicker.placeholder')}
              inputProps={{ ...slotProps.htmlInput, 'aria-describedby': control['aria-describedby'] }}
            />
          )}
        />
      )}
    </Field>
  );
}
