import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { codesOf } from '../../../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import type { EditRecord, Fields } from '../../edit-record.ts';
import { CarefulListField } from '../CarefulListField.tsx';
import { heldAs } from '../held-as.ts';
import { useFieldWords } from '../use-field-words.ts';
import { useSaving } from '../use-saving.tsx';

const KNOWN = codesOf('talent');

function isKnown(talent: string): boolean {
  return KNOWN.some(({ code }) => code === talent);
}

/** What a person is good at: ticks of a list, and words of the chapter's own for the rest (domain §2.3). */
export function Talents({ id, person, edit }: { id: string; person: Fields<'people'>; edit: EditRecord<'people'> }) {
  const t = useWords('person');
  const { lang } = useLanguage();
  const { label, undo } = useFieldWords();
  const { save, failed } = useSaving();
  const change = (next: (talents: readonly string[]) => readonly string[]): Promise<unknown> =>
    edit((now) => {
      const talents = [...next(now.talents ?? [])];
      return { talents: talents.length === 0 ? undefined : talents };
    }, undo('talents'));
  const tick = (code: string, on: boolean): void => save(() => change((now) => (on ? [...now, code] : now.filter((one) => one !== code))));
  const talents = person.talents ?? [];
  return (
    <>
      <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
        <Box component="legend" sx={{ p: 0, typography: 'body2', fontWeight: 500 }}>
          {label('talents')}
        </Box>
        <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))', ml: '2px' }}>
          {KNOWN.map((talent) => (
            <FormControlLabel key={talent.code} label={talent[lang]} control={<Checkbox checked={talents.includes(talent.code)} onChange={(event) => tick(talent.code, event.target.checked)} />} />
          ))}
        </Box>
        {failed}
      </Box>
      <CarefulListField
        label={label('otherTalents')}
        hint={t('hint.otherTalents')}
        heldAs={heldAs(id, 'talents')}
        value={talents.filter((talent) => !isKnown(talent))}
        onSave={(words) => change((now) => [...now.filter(isKnown), ...(words ?? [])])}
      />
    </>
  );
}
