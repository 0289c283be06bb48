import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { codeLabel, codesOf } from '../../../../shared/domain/codes.ts';
import type { SkillMark } from '../../../../shared/domain/person-changes.ts';
import { todayHere } from '../../../../shared/words/date.ts';
import { usePersonIds } from '../../../app/directory.tsx';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useOfficeRecords } from '../../../app/office-records.ts';
import { useSave } from '../../../app/saving.ts';
import { QuietButton } from '../../../ui/Buttons.tsx';
import { CarefulTextField } from '../../../ui/CarefulTextField.tsx';
import { Chooser } from '../../Chooser.tsx';
import { useSaving } from '../use-saving.tsx';
import { SkillRow } from './SkillRow.tsx';
import { ownSkills } from './own-skills.ts';

const OTHER = 'other';
const MARKS = ['taught', 'practised', 'teaches'] as const;

/** What a person was taught, practised or teaches others, with the day (domain §2.13). The list grows by the chapter's own words. */
export function Skills({ id, name }: { id: string; name: string }) {
  const t = useWords('person');
  const { lang } = useLanguage();
  const save = useSave();
  const { save: attempt, failed } = useSaving();
  const ids = usePersonIds(id);
  const everyones = useOfficeRecords('skill') ?? [];
  const [chosen, choose] = useState('one_to_one');
  const [own, setOwn] = useState('');
  const skill = chosen === OTHER ? own.trim() : chosen;
  const mark = (as: SkillMark['mark']): void =>
    attempt(() =>
      save.create('office', { kind: 'skill', person: id, skill, mark: as, on: todayHere() }, { undoLabel: t('skill.undo', { skill: codeLabel('skill', skill, lang), name, mark: t(`skill.mark.${as}`) }) }),
    );
  const marks = everyones.filter(({ person }) => ids.includes(person)).sort((one, other) => (other.createdAt ?? '').localeCompare(one.createdAt ?? ''));
  return (
    <Box component="section" aria-label={t('skill.title')} sx={{ display: 'grid', gap: 1.5 }}>
      <Typography component="h4" variant="body2" sx={{ fontWeight: 500 }}>
        {t('skill.title')}
      </Typography>
      {marks.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('skill.none')}</Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {marks.map((one) => (
            <SkillRow key={one.id} mark={one} name={name} />
          ))}
        </Box>
      )}
      <Chooser
        label={t('skill.add')}
        choices={[
          ...codesOf('skill').map((code) => ({ value: code.code, label: code[lang] })),
          ...ownSkills(everyones).map((word) => ({ value: word, label: word })),
          { value: OTHER, label: t('skill.other') },
        ]}
        value={chosen}
        onChange={choose}
      />
      {chosen === OTHER ? <CarefulTextField label={t('skill.other')} hint={t('skill.otherHint')} value={own} onSave={(word) => Promise.resolve(setOwn(word))} /> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {MARKS.map((as) => (
          <QuietButton key={as} disabled={skill === ''} aria-label={t('skill.markWhat', { mark: t(`skill.mark.${as}`), skill: codeLabel('skill', skill, lang) })} onClick={() => mark(as)}>
            {t(`skill.mark.${as}`)}
          </QuietButton>
        ))}
      </Box>
      {failed}
    </Box>
  );
}
