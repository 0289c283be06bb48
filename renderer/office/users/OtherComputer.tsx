import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Device } from '../../../shared/domain/office.ts';
import { removeComputer } from '../../../shared/store/users.ts';
import { useWords } from '../../app/language.tsx';
import { useAccess } from '../../app/user-access.ts';
import { TextButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AskFirst } from './AskFirst.tsx';
import { useUserAction } from './use-user-action.ts';

/** Another PC of the chapter; an administrator can take it out (domain §5.8). */
export function OtherComputer({ device }: { device: Device }) {
  const t = useWords(['users', 'office']);
  const { access, manages } = useAccess();
  const action = useUserAction();
  const [asking, ask] = useState(false);
  const name = device.name === '' ? t('office:computer.unnamed') : device.name;
  const remove = (): void => {
    if (access !== null) action.run(() => removeComputer(access, device.id));
  };
  return (
    <Box component="li" sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 44 }}>
        <Typography sx={{ flex: 1, overflowWrap: 'anywhere' }}>
          {device.letter} · {name}
        </Typography>
        {manages ? (
          <TextButton disabled={action.working} aria-label={t('users:computer.removeNamed', { name })} onClick={() => ask(true)}>
            {t('users:computer.remove')}
          </TextButton>
        ) : null}
      </Box>
      {asking ? (
        <AskFirst question={t('users:computer.removeAsk', { name })} verb={t('users:computer.removeAction')} working={action.working} onYes={remove} onNo={() => ask(false)} />
      ) : null}
      {action.problem === null ? null : <Notice kind="wrong">{action.problem}</Notice>}
    </Box>
  );
}
