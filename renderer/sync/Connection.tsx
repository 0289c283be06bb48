import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState, type FormEvent } from 'react';
import type { PeerInfo } from '../../shared/host.ts';
import { useChapter } from '../app/chapter.tsx';
import { useHost } from '../app/host.tsx';
import { useWords } from '../app/language.tsx';
import { PrimaryButton, QuietButton } from '../ui/Buttons.tsx';
import { Section } from '../ui/Section.tsx';
import { TextField } from '../ui/TextField.tsx';
import { usePeerName } from './peer-name.ts';

/** Where this office sends: shown in one line, or asked for once. The password goes to the host and stays there. */
export function Connection({
  peer,
  onConnected,
  onExchange,
}: {
  peer: PeerInfo | null;
  onConnected: () => Promise<void>;
  onExchange: () => Promise<void>;
}) {
  const nameOf = usePeerName();
  const t = useWords('sync');
  const chapter = useChapter();
  const host = useHost();
  const [isChanging, setChanging] = useState(false);
  const forget = async (): Promise<void> => {
    await host.sync.forgetPeer(chapter.database);
    await onConnected();
  };
  if (peer !== null && !isChanging) {
    return (
      <Section title={t('connection.title')}>
        <Typography sx={{ mb: 2, overflowWrap: 'anywhere', '&::first-letter': { textTransform: 'uppercase' } }}>
          {t('connection.now', { peer: nameOf(peer.label), address: peer.address, account: peer.account })}
        </Typography>
        <Box sx={{ display: 'flex', gap: 1 }}>
          <QuietButton onClick={() => setChanging(true)}>{t('connection.change')}</QuietButton>
          <QuietButton onClick={() => void forget()}>{t('connection.forget')}</QuietButton>
        </Box>
      </Section>
    );
  }
  const done = async (): Promise<void> => {
    setChanging(false);
    await onConnected();
    await onExchange();
  };
  return (
    <Section title={t('connection.title')}>
      <ConnectionForm peer={peer} onDone={done} onCancel={peer === null ? undefined : () => setChanging(false)} />
    </Section>
  );
}

function ConnectionForm({ peer, onDone, onCancel }: { peer: PeerInfo | null; onDone: () => Promise<void>; onCancel?: () => void }) {
  const t = useWords(['sync', 'common']);
  const chapter = useChapter();
  const host = useHost();
  const [address, setAddress] = useState(peer?.address ?? '');
  const [account, setAccount] = useState(peer?.account ?? '');
  const [password, setPassword] = useState('');
  const nameOf = usePeerName();
  const [label, setLabel] = useState(peer?.label ?? t('sync:connection.labelDefault'));
  const [wrong, setWrong] = useState<'address' | 'missing' | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const readable = readAddress(address);
    if (readable === null) return setWrong('address');
    if (account.trim() === '' || password === '') return setWrong('missing');
    setWrong(null);
    await host.sync.setPeer(chapter.database, { address: readable, account: account.trim(), password, label: label.trim() || t('sync:connection.labelDefault') });
    return onDone();
  };
  return (
    <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
      <Typography sx={{ color: 'text.secondary' }}>{t('sync:connection.explain')}</Typography>
      <TextField
        label={t('sync:connection.address')}
        hint={t('sync:connection.addressHint')}
        error={wrong === 'address' ? t('sync:connection.badAddress') : undefined}
        value={address}
        onChange={setAddress}
      />
      <TextField label={t('sync:connection.account')} value={account} onChange={setAccount} />
      <TextField
        label={t('sync:connection.password')}
        error={wrong === 'missing' ? t('sync:connection.missing') : undefined}
        type="password"
        value={password}
        onChange={setPassword}
      />
      <TextField label={t('sync:connection.label')} value={nameOf(label)} onChange={setLabel} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        {peer === null ? <PrimaryButton type="submit">{t('sync:connection.connect')}</PrimaryButton> : <QuietButton type="submit">{t('sync:connection.connect')}</QuietButton>}
        {onCancel === undefined ? null : <QuietButton onClick={onCancel}>{t('common:cancel')}</QuietButton>}
      </Box>
    </Box>
  );
}

/** The address without what people paste around it; null when it is none. A name in it would be a password: refused. */
export function readAddress(typed: string): string | null {
  const text = typed.trim().replace(/\/+$/, '');
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '' ? url.href.replace(/\/+$/, '') : null;
}
