import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import OutlinedInput from '@mui/material/OutlinedInput';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useWords } from '../app/language.tsx';
import { Field, type FieldTexts } from './Field.tsx';

/** One thing to choose: what the record keeps, and its words. */
export interface Choice<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

/** Up to this many choices all lie open as radio buttons; more go into a list that opens. */
const OPEN_CHOICES = 4;

export interface ChoiceFieldProps<V extends string> extends FieldTexts {
  readonly choices: readonly Choice<V>[];
  /** Empty when nothing is chosen. */
  readonly value: V | '';
  readonly onChange: (value: V | '') => void;
  /** Lets people choose nothing again. */
  readonly canBeEmpty?: boolean;
  readonly disabled?: boolean;
}

function OpenChoices<V extends string>({ label, hint, error, status, choices, value, onChange, disabled }: ChoiceFieldProps<V>) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div>
      <Typography id={id} variant="body2" component="div" sx={{ fontWeight: 500, display: 'flex', justifyContent: 'space-between', alignItems: 'center', minHeight: 24 }}>
        {label} {status}
      </Typography>
      <RadioGroup
        row
        aria-labelledby={id}
        aria-describedby={below === undefined ? undefined : `${id}-below`}
        value={value}
        onChange={(event) => onChange(event.target.value as V)}
        sx={{ columnGap: 2, ml: '2px' }}
      >
        {choices.map((choice) => (
          <FormControlLabel key={choice.value} value={choice.value} disabled={disabled} control={<Radio />} label={choice.label} />
        ))}
      </RadioGroup>
      {below === undefined ? null : (
        <Typography id={`${id}-below`} variant="body2" sx={{ color: error === undefined ? 'text.secondary' : 'error.main' }}>
          {below}
        </Typography>
      )}
    </div>
  );
}

function ListedChoices<V extends string>(props: ChoiceFieldProps<V>) {
  const { label, hint, error, status, choices, value, onChange, canBeEmpty = true, disabled } = props;
  const t = useWords('common');
  return (
    <Field label={label} hint={hint} error={error} status={status}>
      {(control) => (
        <Select
          native={false}
          fullWidth
          displayEmpty
          disabled={disabled}
          input={<OutlinedInput notched={false} />}
          value={value}
          onChange={(event) => onChange(event.target.value as V | '')}
          renderValue={(chosen) => choices.find((choice) => choice.value === chosen)?.label ?? (chosen === '' ? t('field.choose') : chosen)}
          inputProps={{ id: control.id }}
          SelectDisplayProps={{ 'aria-describedby': control['aria-describedby'], 'aria-label': label }}
        >
          {canBeEmpty ? <MenuItem value="">{t('field.choose')}</MenuItem> : null}
          {choices.map((choice) => (
            <MenuItem key={choice.value} value={choice.value}>
              {choice.label}
            </MenuItem>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** One of several: radio buttons for up to four, a list that opens for more. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>) {
  return props.choices.length <= OPEN_CHOICES ? <OpenChoices {...props} /> : <ListedChoices {...props} />;
}
