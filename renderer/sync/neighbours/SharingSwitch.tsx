import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useWords } from '../../app/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSharing } from './use-sharing.ts';

/** "This computer shares with the others", and where they reach it. */
export function SharingSwitch() {
  const t = useWords('neighbours');
  const id = useId();
  const { state, working, failed, turn } = useSharing();
  const on = state?.on ?? false;
  const [address] = state?.addresses ?? [];
  const below = working || (on && state?.port === null && state.problem === null) ? t('starting') : !on ? t('shareHint') : address === undefined ? (state?.port === null ? null : t('sharingNoNetwork')) : t('sharing', { address });
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <FormControlLabel
        sx={{ minHeight: 44, ml: 0, gap: 1, justifySelf: 'start' }}
        control={<Switch checked={on} disabled={state === undefined || working} slotProps={{ input: { 'aria-describedby': id } }} onChange={(event) => turn(event.target.checked)} />}
        label={t('share')}
      />
      <Typography id={id} sx={{ color: 'text.secondary' }} aria-live="polite">
        {below}
      </Typography>
      {failed ? <Notice kind="wrong">{t('failed.unknown')}</Notice> : null}
      {on && state?.problem ? <Notice kind="careful">{t(`problem.${state.problem}`)}</Notice> : null}
    </Box>
  );
}
