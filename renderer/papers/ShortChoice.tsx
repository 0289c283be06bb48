import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import Select from '@mui/material/Select';
import { Field } from '../ui/Field.tsx';

interface ShortChoiceProps<V extends string> {
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

/** A choice that takes little room: the computer's own list, which keyboards and screen readers know. */
export function ShortChoice<V extends string>({ label, width, value, choices, onChange }: ShortChoiceProps<V>) {
  return (
    <Box sx={{ width }}>
      <Field label={label}>
        {(control) => (
          <Select
            native
            fullWidth
            value={value}
            input={<OutlinedInput notched={false} />}
            inputProps={{ id: control.id }}
            onChange={(event) => {
              const chosen = choices.find((choice) => choice.value === event.target.value);
              if (chosen !== undefined) onChange(chosen.value);
            }}
          >
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </Box>
  );
}
