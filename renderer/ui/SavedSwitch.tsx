import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { FailedLine } from './FailedLine.tsx';
import { SavedMark } from './SavedMark.tsx';
import { useDraft } from './use-draft.ts';

/** A yes or no, written as soon as it is switched. */
export function SavedSwitch({
  label,
  hint,
  value,
  onSave,
}: {
  label: string;
  hint?: string;
  value: boolean | undefined;
  onSave: (value: boolean) => Promise<unknown>;
}) {
  const draft = useDraft(value ?? false, onSave);
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <FormControlLabel
          sx={{ minHeight: 44, ml: 0, gap: 1 }}
          control={<Switch checked={draft.value} onChange={(event) => void draft.setAndSave(event.target.checked)} />}
          label={label}
        />
        <SavedMark state={draft.state} />
      </Box>
      {hint === undefined ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {hint}
        </Typography>
      )}
      {draft.state === 'failed' ? (
        <Typography variant="body2" sx={{ color: 'error.main' }}>
          <FailedLine problem={draft.problem} onRetry={() => void draft.save()} />
        </Typography>
      ) : null}
    </Box>
  );
}
