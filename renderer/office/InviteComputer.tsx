import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { CHAPTER_ROLES, roleLabel, type ChapterRole } from '../../shared/domain/role.ts';
import { makeInvitation } from '../../shared/store/inviting.ts';
import { useChapter } from '../app/chapter.tsx';
import { useHostSentence } from '../app/host-trouble.ts';
import { useHost } from '../app/host.tsx';
import { useLanguage, useWords } from '../app/language.tsx';
import { QuietButton } from '../ui/Buttons.tsx';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';

type Stage = 'start' | 'making' | 'words' | 'notSaved' | 'failed';

/** An invitation file and its six words for one more PC of the chapter. The words are shown once and kept nowhere. */
export function InviteComputer() {
  const t = useWords(['office', 'users']);
  const chapter = useChapter();
  const host = useHost();
  const { lang } = useLanguage();
  const [stage, setStage] = useState<Stage>('start');
  const [words, setWords] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const ofHost = useHostSentence();
  const [role, setRole] = useState<ChapterRole>('chapter_admin');
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    void host.sync.peer(chapter.database).then((peer) => setConnected(peer !== null));
  }, [host, chapter]);

  const invite = async (): Promise<void> => {
    setStage('making');
    try {
      const invitation = await makeInvitation(host, chapter, lang, role);
      setWords(invitation.words);
      const saved = await host.files.save(`${t('office:invite.fileName')}.convoca`, 'application/octet-stream', invitation.bytes);
      setStage(saved ? 'words' : 'notSaved');
    } catch (problem) {
      setTrouble(ofHost(problem));
      setStage('failed');
    }
  };

  return (
    <Section title={t('office:invite.title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography sx={{ color: 'text.secondary' }}>{t('office:invite.explain')}</Typography>
        {isConnected ? null : (
          <Notice kind="careful" action={<Link to="/sync">{t('office:invite.connect')}</Link>}>
            {t('office:invite.notConnected')}
          </Notice>
        )}
        {stage === 'notSaved' || stage === 'failed' ? <Notice kind="careful">{(stage === 'failed' ? trouble : null) ?? t(`office:invite.${stage}`)}</Notice> : null}
        {stage === 'words' ? (
          <Box>
            <Typography>{t('office:invite.saved')}</Typography>
            <Typography variant="h3" sx={{ mt: 2 }}>
              {t('office:invite.words')}
            </Typography>
            <Box
              component="ol"
              aria-label={t('office:invite.words')}
              sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 1, p: 0, m: 0, my: 1, listStylePosition: 'inside', fontSize: '1.25rem', fontWeight: 700 }}
            >
              {words.map((word, index) => (
                <Box component="li" key={`${String(index)}-${word}`} data-word={word} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 2, py: 1, bgcolor: 'background.paper' }}>
                  {word}
                </Box>
              ))}
            </Box>
            <Typography sx={{ color: 'text.secondary', mb: 2 }}>
              {t('office:invite.wordsHint')}
            </Typography>
            <QuietButton
              onClick={() => {
                setWords([]);
                setStage('start');
              }}
            >
              {t('office:invite.done')}
            </QuietButton>
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
            <QuietButton disabled={stage === 'making'} onClick={() => void invite()}>
              {t(stage === 'making' ? 'office:invite.making' : 'office:invite.make')}
            </QuietButton>
          </Box>
        )}
      </Box>
    </Section>
  );
}
