import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { codesOf, listLabel } from '../../../../shared/domain/codes.ts';
import { isWaived, spansOf } from '../../../../shared/domain/dues-terms.ts';
import type { DuesTerm, Institution } from '../../../../shared/domain/institution.ts';
import { randomToken } from '../../../../shared/domain/record.ts';
import { todayHere } from '../../../../shared/words/date.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { QuietButton, TextButton } from '../../../ui/Buttons.tsx';
import { SavedChoiceField } from '../../../ui/SavedChoiceField.tsx';
import { SavedDateField } from '../../../ui/SavedDateField.tsx';
import type { EditRecord } from '../../edit-record.ts';
import { useSaving } from '../../people/use-saving.tsx';
import { PledgedAt } from './PledgedAt.tsx';
import { SavedMoneyField } from './SavedMoneyField.tsx';
import { useTermWords } from './use-term-words.ts';

const KEY_LENGTH = 12;

/** The agreements about dues: the latest to write in, the earlier ones as lines; higher dues are a new agreement from their day on. */
export function DuesTerms({ institution, edit }: { institution: Institution; edit: EditRecord<'institutions'> }) {
  const t = useWords(['institutions', 'members']);
  const { save, failed } = useSaving();
  const words = useTermWords();
  const [first] = useState(() => randomToken(KEY_LENGTH));
  const spans = spansOf(institution.dues ?? []);
  const [opened, setOpened] = useState<string>();
  const latest = spans.at(-1)?.term;
  const edited = spans.find(({ term }) => term.key === opened)?.term ?? latest ?? { key: first };
  const undoLabel = (name: string): string => t('members:undo.field', { field: t('dues.title'), name });
  /** Changes one agreement of the list; the first one is made by the first field that is left. */
  const write = (key: string, patch: Partial<DuesTerm>): Promise<unknown> =>
    edit(({ dues = [] }) => ({ dues: dues.some((term) => term.key === key) ? dues.map((term) => (term.key === key ? { ...term, ...patch } : term)) : [...dues, { key, ...patch }] }), undoLabel);
  const another = (): void =>
    save(async () => {
      const key = randomToken(KEY_LENGTH);
      const { basis, schedule } = latest ?? {};
      await write(key, { from: todayHere(), ...(basis === undefined || basis === 'waived' ? {} : { basis }), ...(schedule === undefined ? {} : { schedule }) });
      setOpened(key);
    });
  const remove = (key: string): void => save(() => edit(({ dues = [] }) => ({ dues: dues.filter((term) => term.key !== key) }), undoLabel));
  return (
    <>
      <TermForm key={edited.key} term={edited} write={(patch) => write(edited.key, patch)} />
      {latest === undefined ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <QuietButton onClick={another}>{t('dues.another')}</QuietButton>
          {spans.length > 1 ? <TextButton onClick={() => remove(edited.key)}>{t('dues.removeTerm')}</TextButton> : null}
        </Box>
      )}
      {failed}
      {spans.length < 2 ? null : (
        <Box component="ul" aria-label={t('dues.terms')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {spans
            .filter(({ term }) => term.key !== edited.key)
            .map((span) => (
              <Box component="li" key={span.term.key} sx={{ display: 'flex', alignItems: 'center', gap: 2, borderBottom: 1, borderColor: 'divider' }}>
                <Typography sx={{ flex: 1 }}>{words(span)}</Typography>
                <TextButton aria-label={t('change.editWhat', { what: words(span) })} onClick={() => setOpened(span.term.key)}>
                  {t('change.edit')}
                </TextButton>
              </Box>
            ))}
        </Box>
      )}
    </>
  );
}

/** What is given, how often and from when. */
function TermForm({ term, write }: { term: DuesTerm; write: (patch: Partial<DuesTerm>) => Promise<unknown> }) {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  const choices = (list: 'dues_basis' | 'recurrence') => codesOf(list).map((code) => ({ value: code.code, label: code[lang] }));
  return (
    <>
      <SavedChoiceField label={listLabel('dues_basis', lang)} choices={choices('dues_basis')} value={term.basis} onSave={(basis) => write({ basis })} />
      {isWaived(term) ? null : (
        <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))', gap: 2 }}>
          <SavedMoneyField label={t('dues.amountPerYear')} hint={t('dues.amountHint')} value={term.amountPerYear} onSave={(amountPerYear) => write({ amountPerYear })} />
          <SavedChoiceField label={listLabel('recurrence', lang)} choices={choices('recurrence')} value={term.schedule} onSave={(schedule) => write({ schedule })} />
        </Box>
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))', gap: 2 }}>
        <SavedDateField
          label={t('dues.from')}
          hint={term.from === undefined && term.amountPerYear !== undefined && !isWaived(term) ? t('dues.fromNeeded') : undefined}
          value={term.from}
          onSave={(from) => write({ from })}
        />
        <SavedDateField label={t('dues.to')} value={term.to} onSave={(to) => write({ to })} />
      </Box>
      <PledgedAt value={term.pledgedAt} onSave={(pledgedAt) => write({ pledgedAt })} />
    </>
  );
}
