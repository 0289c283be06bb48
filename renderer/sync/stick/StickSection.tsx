import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { QuietButton } from '../../ui/Buttons.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { Section } from '../../ui/Section.tsx';
import { StickOutcome } from './StickOutcome.tsx';
import { StickStandingLines } from './StickStandingLines.tsx';
import { useComputers, useStickStanding, useStickWork } from './use-stick.ts';

/** "Save to stick / Read from stick": records between PCs that have no network at all, in one sealed file. */
export function StickSection() {
  const t = useWords('stick');
  const { work, stage } = useStickWork();
  const computers = useComputers();
  const standing = useStickStanding(stage, computers.removed);
  const [what, choose] = useState<'lacking' | 'all'>('lacking');
  const knowsOthers = standing !== undefined && standing.others.length > 0;
  const busy = stage.at === 'saving' || stage.at === 'reading';

  return (
    <Section title={t('title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography sx={{ color: 'text.secondary' }}>{t('explain')}</Typography>
        {standing ? <StickStandingLines standing={standing} nameOf={computers.nameOf} /> : null}
        {stage.at === 'rest' ? null : <StickOutcome stage={stage} nameOf={computers.nameOf} onAnswer={(goOn) => void work.answer(goOn)} />}
        {busy ? (
          <ProgressLine
            label={t(stage.at === 'saving' ? 'saving' : 'reading')}
            done={Math.round(stage.share * 100)}
            total={100}
            action={<QuietButton onClick={() => work.stop()}>{t('stop')}</QuietButton>}
          />
        ) : (
          <>
            {knowsOthers ? (
              <ChoiceField
                label={t('what')}
                choices={[
                  { value: 'lacking', label: t('lacking', { count: standing.lacking }) },
                  { value: 'all', label: t('all', { count: standing.records }) },
                ]}
                value={what}
                canBeEmpty={false}
                onChange={(chosen) => choose(chosen === 'all' ? 'all' : 'lacking')}
              />
            ) : null}
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              <QuietButton disabled={!standing || stage.at === 'asks'} onClick={() => void work.save(what === 'all' || !knowsOthers, computers.removed ?? new Set())}>
                {t('save')}
              </QuietButton>
              <QuietButton disabled={stage.at === 'asks'} onClick={() => void work.read()}>
                {t('read')}
              </QuietButton>
            </Box>
          </>
        )}
      </Box>
    </Section>
  );
}
