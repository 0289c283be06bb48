import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { codesOf } from '../../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { FailedLine } from '../../ui/FailedLine.tsx';
import { SavedMark } from '../../ui/SavedMark.tsx';
import { useDraft } from '../../ui/use-draft.ts';

/** The languages of an institution; "either one" is a person's answer and is not asked here. */
const ASKED = codesOf('language_pref').filter(({ code }) => code !== 'both');

/** Several languages, each written as soon as it is ticked. */
export function SpokenLanguages({ chosen, onSave }: { chosen: readonly string[]; onSave: (languages: readonly string[]) => Promise<unknown> }) {
  const t = useWords('members');
  const { lang } = useLanguage();
  const draft = useDraft<readonly string[]>(chosen, onSave);
  const tick = (code: string, on: boolean): void => {
    void draft.setAndSave(on ? [...draft.value, code] : draft.value.filter((one) => one !== code));
  };
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, typography: 'body2', fontWeight: 500, display: 'flex', gap: 2 }}>
        {t('institution.field.languages')} <SavedMark state={draft.state} />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, ml: '2px' }}>
        {ASKED.map((code) => (
          <FormControlLabel
            key={code.code}
            label={code.code === 'other' ? t('institution.otherLanguage') : code[lang]}
            control={<Checkbox checked={draft.value.includes(code.code)} onChange={(event) => tick(code.code, event.target.checked)} />}
          />
        ))}
      </Box>
      {draft.state === 'failed' ? <FailedLine problem={draft.problem} onRetry={() => void draft.save()} /> : null}
    </Box>
  );
}
