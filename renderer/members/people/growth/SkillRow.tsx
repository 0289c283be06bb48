import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { codeLabel } from '../../../../shared/domain/codes.ts';
import type { SkillMark } from '../../../../shared/domain/person-changes.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useSave } from '../../../app/saving.ts';
import { TextButton } from '../../../ui/Buttons.tsx';
import { SavedDateField } from '../../../ui/SavedDateField.tsx';
import { useSaving } from '../use-saving.tsx';

/** One mark of a skill with its day. */
export function SkillRow({ mark, name }: { mark: SkillMark; name: string }) {
  const t = useWords('person');
  const { lang } = useLanguage();
  const save = useSave();
  const { save: attempt, failed } = useSaving();
  const skill = codeLabel('skill', mark.skill, lang);
  const undoLabel = t('skill.undo', { skill, name, mark: t(`skill.mark.${mark.mark}`) });
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '1fr minmax(0, 220px) auto', alignItems: 'end', gap: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ alignSelf: 'center', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 500 }}>{skill}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(`skill.mark.${mark.mark}`)}
        </Typography>
      </Box>
      <SavedDateField label={t('skill.when')} value={mark.on} onSave={(on) => (on === undefined ? Promise.resolve() : save.change('office', mark.id, { on }, { undoLabel }))} />
      <TextButton onClick={() => attempt(() => save.bin('office', mark.id, { undoLabel }))}>{t('remove')}</TextButton>
      {failed}
    </Box>
  );
}
