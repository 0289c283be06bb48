import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import { CHAPTER_ROLES, roleLabel, type ChapterRole } from '../../shared/domain/role.ts';
import { useHostSentence } from '../app/host-trouble.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { QuietButton } from '../ui/Buttons.tsx';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';
import { SixWords } from './SixWords.tsx';
import { useInvitation, type InvitationStage } from './use-invitation.ts';

/**
 * An invitation and its six words for one more PC of the chapter: as a file, or on this network without one. The words
 * are shown once and kept nowhere.
 */
export function InviteComputer() {
  const t = useWords(['office', 'users', 'neighbours']);
  const { lang } = useLanguage();
  const { stage, isConnected, save, offer, end } = useInvitation();
  const [role, setRole] = useState<ChapterRole>('chapter_admin');
  const making = stage.at === 'making';
  return (
    <Section title={t('office:invite.title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {stage.at === 'offered' ? null : <Typography sx={{ color: 'text.secondary' }}>{t('office:invite.explain')}</Typography>}
        {isConnected || stage.at === 'offered' ? null : (
          <Notice kind="careful" action={<Link to="/sync">{t('office:invite.connect')}</Link>}>
            {t('office:invite.notConnected')}
          </Notice>
        )}
        <Trouble stage={stage} />
        {stage.at === 'saved' || stage.at === 'offered' ? (
          <Box>
            <Typography>{t(stage.at === 'saved' ? 'office:invite.saved' : 'neighbours:offer.offered')}</Typography>
            {stage.at === 'offered' && !isConnected ? <Typography sx={{ mt: 1 }}>{t('neighbours:offer.sharesToo')}</Typography> : null}
            <SixWords words={stage.words} />
            {stage.at === 'saved' ? <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('office:invite.wordsHint')}</Typography> : null}
            <QuietButton onClick={end}>{t(stage.at === 'saved' ? 'office:invite.done' : 'neighbours:offer.done')}</QuietButton>
          </Box>
        ) : (
          <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
            <ChoiceField
              label={t('users:invite.role')}
              hint={t(`users:people.reads.${role}`)}
              canBeEmpty={false}
              value={role}
              choices={CHAPTER_ROLES.map((value) => ({ value, label: roleLabel(value, lang) }))}
              onChange={(chosen) => {
                if (chosen !== '') setRole(chosen);
              }}
            />
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              <QuietButton disabled={making} onClick={() => void save(role)}>
                {t(making ? 'office:invite.making' : 'office:invite.make')}
              </QuietButton>
              <QuietButton disabled={making} aria-describedby="invite-on-network" onClick={() => void offer(role)}>
                {t(making ? 'neighbours:offer.working' : 'neighbours:offer.action')}
              </QuietButton>
            </Box>
            <Typography id="invite-on-network" variant="body2" sx={{ color: 'text.secondary' }}>
              {t('neighbours:offer.hint')}
            </Typography>
          </Box>
        )}
      </Box>
    </Section>
  );
}

function Trouble({ stage }: { stage: InvitationStage }) {
  const t = useWords(['office', 'neighbours']);
  const ofHost = useHostSentence();
  if (stage.at === 'notSaved') return <Notice kind="careful">{t('office:invite.notSaved')}</Notice>;
  if (stage.at === 'notAnnounced') return <Notice kind="careful">{t('neighbours:offer.notAnnounced')}</Notice>;
  return stage.at === 'failed' ? <Notice kind="careful">{ofHost(stage.problem) ?? t('office:invite.failed')}</Notice> : null;
}
