import AttachFileOutlined from '@mui/icons-material/AttachFileOutlined';
import Box from '@mui/material/Box';
import { QuietButton } from '../../ui/Buttons.tsx';
import { Field } from '../../ui/Field.tsx';

/** A file to choose; `words` stand on the button: what to do, or which file it is by now. */
export function FileField({ label, words, error, onChoose }: { label: string; words: string; error: string | undefined; onChoose: () => void }) {
  return (
    <Field label={label} error={error}>
      {(control) => (
        <Box>
          <QuietButton
            id={control.id}
            // The label alone would hide from a screen reader what the button says.
            aria-label={`${words} (${label})`}
            aria-describedby={control['aria-describedby']}
            startIcon={<AttachFileOutlined />}
            onClick={onChoose}
          >
            {words}
          </QuietButton>
        </Box>
      )}
    </Field>
  );
}
