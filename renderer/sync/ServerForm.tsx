import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRef, useState, type FormEvent } from 'react';
import type { PeerInfo } from '../../shared/host.ts';
import { useHostSentence } from '../app/host-trouble.ts';
import { useHost } from '../app/host.tsx';
import { useWords } from '../app/language.tsx';
import { PrimaryButton, QuietButton } from '../ui/Buttons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { usePeerName } from './peer-name.ts';
import { readAddress } from './read-address.ts';

type Wrong = 'address' | 'account' | 'password';

/** Address, account and password of a server, written once. The password goes to the host and stays there. */
export function ServerForm({
  database,
  peer,
  explain,
  withLabel = false,
  focus = null,
  isPrimary,
  around = (set) => set(),
  onDone,
  onCancel,
}: {
  /** Whose server it is: a chapter's database, or the network's. */
  database: string;
  /** The one that is set, to begin with. */
  peer: PeerInfo | null;
  explain: string;
  /** Also asks what people here call it. */
  withLabel?: boolean;
  /** Where the cursor is put. */
  focus?: 'address' | 'password' | null;
  /** Whether this is what the screen is for. */
  isPrimary: boolean;
  /** Sets the server; for what must not run meanwhile. */
  around?: (set: () => Promise<void>) => Promise<unknown>;
  onDone: () => Promise<void>;
  onCancel?: (() => void) | undefined;
}) {
  const t = useWords(['sync', 'common']);
  const host = useHost();
  const nameOf = usePeerName();
  const ofHost = useHostSentence();
  const form = useRef<HTMLFormElement>(null);
  const [address, setAddress] = useState(peer?.address ?? '');
  const [account, setAccount] = useState(peer?.account ?? '');
  const [password, setPassword] = useState('');
  const [label, setLabel] = useState(peer?.label ?? t('sync:connection.labelDefault'));
  const [wrong, setWrong] = useState<ReadonlySet<Wrong>>(new Set());
  const [failed, setFailed] = useState<string | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const readable = readAddress(address);
    const found = new Set<Wrong>();
    if (readable === null) found.add('address');
    if (account.trim() === '' || account.includes(':')) found.add('account');
    if (password === '') found.add('password');
    setWrong(found);
    if (readable === null || found.size > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    try {
      await around(() => host.sync.setPeer(database, { address: readable, account: account.trim(), password, label: label.trim() || t('sync:connection.labelDefault') }));
    } catch (problem) {
      setFailed(ofHost(problem) ?? t('sync:connection.notKept'));
      return;
    }
    await onDone();
  };
  const error = (field: Wrong, key: 'badAddress' | 'badAccount' | 'noPassword'): string | undefined => (wrong.has(field) ? t(`sync:connection.${key}`) : undefined);
  return (
    <Box component="form" ref={form} noValidate onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
      <Typography sx={{ color: 'text.secondary' }}>{explain}</Typography>
      <TextField autoFocus={focus === 'address'} label={t('sync:connection.address')} hint={t('sync:connection.addressHint')} error={error('address', 'badAddress')} value={address} onChange={setAddress} />
      <TextField label={t('sync:connection.account')} error={error('account', 'badAccount')} value={account} onChange={setAccount} />
      <TextField autoFocus={focus === 'password'} label={t('sync:connection.password')} error={error('password', 'noPassword')} type="password" value={password} onChange={setPassword} />
      {withLabel ? <TextField label={t('sync:connection.label')} value={nameOf(label)} onChange={setLabel} /> : null}
      {failed === null ? null : <Notice kind="wrong">{failed}</Notice>}
      <Box sx={{ display: 'flex', gap: 1 }}>
        {isPrimary ? <PrimaryButton type="submit">{t('sync:connection.connect')}</PrimaryButton> : <QuietButton type="submit">{t('sync:connection.connect')}</QuietButton>}
        {onCancel === undefined ? null : <QuietButton onClick={onCancel}>{t('common:cancel')}</QuietButton>}
      </Box>
    </Box>
  );
}
