import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { makeInvitation } from '../../shared/store/inviting.ts';
import { useChapter } from '../app/chapter.tsx';
import { useHostSentence } from '../app/host-trouble.ts';
import { useHost } from '../app/host.tsx';
import { useLanguage, useWords } from '../app/language.tsx';
import { QuietButton } from '../ui/Buttons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';

type Stage = 'start' | 'making' | 'words' | 'notSaved' | 'failed';

/** An invitation file and its six words for one more PC of the chapter. The words are shown once and kept nowhere. */
export function InviteComputer() {
  const t = useWords('office');
  const chapter = useChapter();
  const host = useHost();
  const { lang } = useLanguage();
  const [stage, setStage] = useState<Stage>('start');
  const [words, setWords] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const ofHost = useHostSentence();
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    void host.sync.peer(chapter.database).then((peer) => setConnected(peer !== null));
  }, [host, chapter]);

  const invite = async (): Promise<void> => {
    setStage('making');
    try {
      const invitation = await makeInvitation(host, chapter, lang, 'chapter_admin');
      setWords(invitation.words);
      const saved = await host.files.save(`${t('invite.fileName')}.convoca`, 'application/octet-stream', invitation.bytes);
      setStage(saved ? 'words' : 'notSaved');
    } catch (problem) {
      setTrouble(ofHost(problem));
      setStage('failed');
    }
  };

  return (
    <Section title={t('invite.title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography sx={{ color: 'text.secondary' }}>{t('invite.explain')}</Typography>
        {isConnected ? null : (
          <Notice kind="careful" action={<Link to="/sync">{t('invite.connect')}</Link>}>
            {t('invite.notConnected')}
          </Notice>
        )}
        {stage === 'notSaved' || stage === 'failed' ? <Notice kind="careful">{(stage === 'failed' ? trouble : null) ?? t(`invite.${stage}`)}</Notice> : null}
        {stage === 'words' ? (
          <Box>
            <Typography>{t('invite.saved')}</Typography>
            <Typography variant="h3" sx={{ mt: 2 }}>
              {t('invite.words')}
            </Typography>
            <Box
              component="ol"
              aria-label={t('invite.words')}
              sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 1, p: 0, m: 0, my: 1, listStylePosition: 'inside', fontSize: '1.25rem', fontWeight: 700 }}
            >
              {words.map((word, index) => (
                <Box component="li" key={`${String(index)}-${word}`} data-word={word} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 2, py: 1, bgcolor: 'background.paper' }}>
                  {word}
                </Box>
              ))}
            </Box>
            <Typography sx={{ color: 'text.secondary', mb: 2 }}>
              {t('invite.wordsHint')}
            </Typography>
            <QuietButton
              onClick={() => {
                setWords([]);
                setStage('start');
              }}
            >
              {t('invite.done')}
            </QuietButton>
          </Box>
        ) : (
          <Box>
            <QuietButton disabled={stage === 'making'} onClick={() => void invite()}>
              {t(stage === 'making' ? 'invite.making' : 'invite.make')}
            </QuietButton>
          </Box>
        )}
      </Box>
    </Section>
  );
}
