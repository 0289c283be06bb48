import MenuItem from '@mui/material/MenuItem';
import OutlinedInput from '@mui/material/OutlinedInput';
import Select from '@mui/material/Select';
import { Field } from '../ui/Field.tsx';

/** One of a list that opens, always with something chosen: for filters, where nothing chosen means all. */
export function Chooser<V extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  label: string;
  choices: readonly { readonly value: V; readonly label: string }[];
  value: V;
  onChange: (value: V) => void;
}) {
  return (
    <Field label={label}>
      {(control) => (
        <Select<V>
          fullWidth
          displayEmpty
          input={<OutlinedInput notched={false} />}
          value={value}
          onChange={(event) => onChange(event.target.value as V)}
          inputProps={{ id: control.id }}
          SelectDisplayProps={{ 'aria-label': label }}
          MenuProps={{ slotProps: { paper: { sx: { maxHeight: 400 } } } }}
        >
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
