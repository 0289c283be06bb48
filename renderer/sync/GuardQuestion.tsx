import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import { useId, useState } from 'react';
import type { GuardStop, PeerStatus } from '../../shared/sync/status.ts';
import { useWords } from '../app/language.tsx';
import { QuietButton } from '../ui/Buttons.tsx';
import { ConfirmGoOn } from './ConfirmGoOn.tsx';
import { usePeerName } from './peer-name.ts';
import { useWhen } from './when.ts';

/** What a guard has stopped for, in plain words, with both answers. Leaving everything as it is costs nothing and comes first. */
export function GuardQuestion({ status: { peer }, guard, onDecide }: { status: PeerStatus; guard: GuardStop; onDecide: (answer: 'go-on' | 'stop') => void }) {
  const t = useWords('sync');
  const id = useId();
  const when = useWhen();
  const name = usePeerName()(peer.label);
  const { convoca: colours } = useTheme();
  const [isAsking, setAsking] = useState(false);
  const deletes = guard.kind === 'mass-deletion';
  const goOn = (): void => {
    setAsking(false);
    onDecide('go-on');
  };
  return (
    <Box component="section" aria-labelledby={id} sx={{ border: 2, borderColor: colours.wrong, borderRadius: 1, bgcolor: colours.wrongTint, p: 2 }}>
      <Box sx={{ display: 'flex', gap: 1.5 }}>
        <WarningAmberOutlined aria-hidden sx={{ color: colours.wrong, flexShrink: 0 }} />
        <Box sx={{ minWidth: 0 }}>
          <Typography id={id} component="h2" variant="h2">
            {t(`guard.${guard.kind}.title`, { peer: name })}
          </Typography>
          <Typography sx={{ mt: 1, '&::first-letter': { textTransform: 'uppercase' } }}>
            {deletes ? t('guard.mass-deletion.text', { peer: name, count: guard.count, of: guard.of }) : t('guard.other-chapter.text')}
          </Typography>
          {guard.answer === null ? null : <Typography sx={{ mt: 1, fontWeight: 700 }}>{t('guard.stopped', { peer: name, when: when(guard.since) })}</Typography>}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
            {guard.answer === null ? <QuietButton onClick={() => onDecide('stop')}>{t('guard.stop')}</QuietButton> : null}
            <QuietButton onClick={() => (deletes ? setAsking(true) : goOn())}>{t(`guard.${guard.kind}.goOn`)}</QuietButton>
          </Box>
        </Box>
      </Box>
      <ConfirmGoOn count={guard.count} open={isAsking} onGoOn={goOn} onKeep={() => setAsking(false)} />
    </Box>
  );
}
