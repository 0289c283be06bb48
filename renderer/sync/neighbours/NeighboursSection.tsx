import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useWords } from '../../app/language.tsx';
import { QuietButton } from '../../ui/Buttons.tsx';
import { Section } from '../../ui/Section.tsx';
import { AddressForm } from './AddressForm.tsx';
import { ComputerLine } from './ComputerLine.tsx';
import { NeighbourOutcome } from './NeighbourOutcome.tsx';
import { SharingSwitch } from './SharingSwitch.tsx';
import { useNeighbours } from './use-neighbours.ts';

/** The other PCs of the chapter on the same network: sharing with them, finding them, connecting by one press (design §7). */
export function NeighboursSection({ onChanged }: { onChanged: () => void }) {
  const t = useWords('neighbours');
  const { connected, stage, look, connect, forget } = useNeighbours(onChanged);
  const busy = stage.at === 'looking' || stage.at === 'connecting';
  const nameOf = (label: string): string => (label.trim() === '' ? t('unnamed') : label);
  return (
    <Section title={t('title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography sx={{ color: 'text.secondary' }}>{t('explain')}</Typography>
        <SharingSwitch />
        {connected.length === 0 ? null : (
          <Box>
            <Typography variant="h3">{t('connected')}</Typography>
            <Box component="ul" aria-label={t('connected')} sx={{ listStyle: 'none', p: 0, m: 0 }}>
              {connected.map((peer) => (
                <ComputerLine key={peer.id} title={nameOf(peer.label)} detail={peer.address.replace(/^http:\/\//, '')} verb={t('forget')} spoken={t('forgetNamed', { name: nameOf(peer.label) })} onPress={() => forget(peer)} />
              ))}
            </Box>
          </Box>
        )}
        <NeighbourOutcome stage={stage} nameOf={nameOf} />
        {stage.at === 'found' && stage.others.length > 0 ? (
          <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {stage.others.map(({ address }) => (
              <ComputerLine key={address} title={t('foundAt', { address })} verb={t('connect')} spoken={t('connectAt', { address })} onPress={() => void connect(address)} />
            ))}
          </Box>
        ) : null}
        <Box>
          <QuietButton disabled={busy} onClick={look}>
            {t('look')}
          </QuietButton>
        </Box>
        <AddressForm disabled={busy} onConnect={connect} />
      </Box>
    </Section>
  );
}
