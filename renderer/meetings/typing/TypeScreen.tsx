import Box from '@mui/material/Box';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { readCode, type CodeProblem } from '../../../shared/domain/paper-code.ts';
import type { Sheet } from '../../../shared/domain/sheet.ts';
import { useWords } from '../../app/language.tsx';
import { useLiveQuery } from '../../app/records.ts';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { typePath } from '../paths.ts';
import { byCode, waitsForTyping } from './use-meeting-sheets.ts';
import { WaitingSheets } from './WaitingSheets.tsx';

type Answer = { readonly problem: CodeProblem | 'unknown' } | { readonly several: readonly Sheet[] } | { readonly code: string };

/** What a typed code leads to among the chapter's papers: one page, several to choose from, or a reason why none. */
function findByCode(typed: string, sheets: readonly Sheet[]): Answer {
  const read = readCode(typed);
  if (!read.ok) return { problem: read.problem };
  const found = sheets.filter(({ code, pageNo }) => code.startsWith(`${read.sheetCode}-`) && (read.page === null || pageNo === read.page));
  const [only, ...more] = found;
  if (only === undefined) return { problem: 'unknown' };
  return more.length > 0 ? { several: [...found].sort(byCode) } : { code: only.code };
}

/** /type — the code from the corner of the paper, or one of the papers that wait. */
export function TypeScreen() {
  const t = useWords('typing');
  const navigate = useNavigate();
  const sheets = useLiveQuery('sheets');
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const waiting = (sheets ?? []).filter(waitsForTyping).sort(byCode);
  const open = (event: FormEvent): void => {
    event.preventDefault();
    const next = findByCode(typed, sheets ?? []);
    setAnswer(next);
    if ('code' in next) void navigate(typePath(next.code));
  };
  const problem = answer !== null && 'problem' in answer ? answer.problem : undefined;
  return (
    <Box>
      <PageTitle title={t('open.title')} />
      <Box component="form" onSubmit={open} sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, maxWidth: 560, mb: 3 }}>
        <Box sx={{ flex: 1 }}>
          <TextField
            label={t('open.code')}
            hint={t('open.hint')}
            error={problem === undefined ? undefined : problem === 'unknown' ? t('open.unknown', { code: typed.trim() }) : t(`open.problem.${problem}`)}
            value={typed}
            onChange={(text) => {
              setTyped(text);
              setAnswer(null);
            }}
            autoFocus
          />
        </Box>
        <Box sx={{ pt: '28px' }}>
          <PrimaryButton type="submit">{t('open.open')}</PrimaryButton>
        </Box>
      </Box>
      {answer !== null && 'several' in answer ? (
        <Section title={t('open.choosePage')}>
          <WaitingSheets sheets={answer.several} pathOf={({ code }) => typePath(code)} />
        </Section>
      ) : sheets === undefined ? null : waiting.length === 0 ? (
        <Section title={t('open.waiting')} empty={t('open.nothing')} />
      ) : (
        <Section title={t('open.waiting')}>
          <WaitingSheets sheets={waiting} pathOf={({ code }) => typePath(code)} />
        </Section>
      )}
    </Box>
  );
}
