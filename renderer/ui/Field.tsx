import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { VISUALLY_HIDDEN } from './visually-hidden.ts';

/** What a control inside a {@link Field} must carry so that its label, hint and error are read with it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** What every field of the app can say. */
export interface FieldTexts {
  readonly label: string;
  /** One line under the field: an example or what it is for. */
  readonly hint?: ReactNode;
  /** A sentence: what is wrong and what to do. Takes the hint's place. */
  readonly error?: ReactNode;
  /** Quiet words at the right of the label, such as "Saved ✓". */
  readonly status?: ReactNode;
  /** For a field in a table, whose row and column say to the eye what it is. */
  readonly isLabelHidden?: boolean;
}

/** A label above, a control 44 high, a hint or an error below; 8 between them (look.md). */
export function Field({ label, hint, error, status, isLabelHidden = false, children }: FieldTexts & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const below = error ?? hint;
  const control: ControlProps = {
    id,
    'aria-describedby': below === undefined ? undefined : `${id}-below`,
    'aria-invalid': error === undefined ? undefined : true,
  };
  return (
    <Box sx={{ minWidth: 0, position: 'relative' }}>
      <Box sx={{ ...(isLabelHidden ? { position: 'absolute', right: 0, bottom: '100%' } : {}), display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 1, minHeight: isLabelHidden ? 0 : 24, mb: isLabelHidden ? 0 : '4px' }}>
        <Typography component="label" htmlFor={id} variant="body2" sx={isLabelHidden ? VISUALLY_HIDDEN : { fontWeight: 500 }}>
          {label}
        </Typography>
        {status}
      </Box>
      {children(control)}
      {below === undefined ? null : (
        <Typography id={`${id}-below`} variant="body2" sx={{ mt: '6px', color: error === undefined ? 'text.secondary' : 'error.main' }}>
          {below}
        </Typography>
      )}
    </Box>
  );
}
