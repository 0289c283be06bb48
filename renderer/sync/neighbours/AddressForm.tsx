import Box from '@mui/material/Box';
import { useState, type FormEvent } from 'react';
import { useWords } from '../../app/language.tsx';
import { QuietButton } from '../../ui/Buttons.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** For a network in which PCs do not find each other by themselves. */
export function AddressForm({ disabled, onConnect }: { disabled: boolean; onConnect: (address: string) => Promise<boolean> }) {
  const t = useWords('neighbours');
  const [open, setOpen] = useState(false);
  const [address, setAddress] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await onConnect(address)) {
      setAddress('');
      setOpen(false);
    }
  };
  return (
    <Disclosure title={t('byAddress')} wide open={open} onToggle={() => setOpen(!open)}>
      <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
        <TextField label={t('address')} hint={t('addressHint')} value={address} onChange={setAddress} disabled={disabled} maxLength={260} />
        <Box>
          <QuietButton type="submit" disabled={disabled}>
            {t('connect')}
          </QuietButton>
        </Box>
      </Box>
    </Disclosure>
  );
}
