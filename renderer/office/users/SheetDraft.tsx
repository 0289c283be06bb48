import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useEffectEvent, useMemo, useState, type FormEvent } from 'react';
import type { Settings } from '../../../shared/domain/settings.ts';
import { recoverySheet, recoverySheetSpace } from '../../../shared/papers/recovery-sheet.ts';
import type { ChapterAccess } from '../../../shared/store/chapter-access.ts';
import { keepRecoverySheet, wrongWords, type RecoveryDraft } from '../../../shared/store/recovery.ts';
import { todayHere } from '../../../shared/words/date.ts';
import { useHost } from '../../app/host.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { NARROW } from '../../app/narrow.ts';
import { PaperPreview } from '../../papers/PaperPreview.tsx';
import { RecoverySheet } from '../../papers/RecoverySheet.tsx';
import { PrimaryButton, QuietButton, TextButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useUserAction } from './use-user-action.ts';

/** The two papers to print, and the three words that show that they were. `onDone`: whether the sheet is valid now. */
export function SheetDraft({ access, draft, settings, onDone }: { access: ChapterAccess; draft: RecoveryDraft; settings: Settings; onDone: (valid: boolean) => void }) {
  const t = useWords('users');
  const { lang } = useLanguage();
  const { paper } = useHost();
  const action = useUserAction();
  const [typed, setTyped] = useState<readonly string[]>(draft.asked.map(() => ''));
  const [wrong, setWrong] = useState<readonly number[]>([]);
  const [printFailed, setPrintFailed] = useState(false);
  const content = useMemo(
    () => recoverySheet({ words: draft.words, chapterName: settings.chapterName, madeOn: todayHere(), paper: settings.paper, mode: lang === 'es' ? 'es-en' : 'en-es' }),
    [draft, settings, lang],
  );
  const print = (): void => {
    setPrintFailed(false);
    paper.print().catch(() => setPrintFailed(true));
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F9') return;
    event.preventDefault();
    print();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = wrongWords(draft, typed);
    setWrong(found);
    if (found.length > 0) return;
    action.run(async () => {
      onDone(await keepRecoverySheet(access, draft, typed));
    });
  };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1 }}>
        <QuietButton startIcon={<PrintOutlined />} aria-keyshortcuts="F9" onClick={print}>
          {t('sheet.print')}
        </QuietButton>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('sheet.pdfNo')}
        </Typography>
      </Box>
      {printFailed ? <Notice kind="wrong">{t('sheet.failedPrint')}</Notice> : null}
      <PaperPreview label={t('sheet.preview')} paperWidthIn={recoverySheetSpace(content.paper).width}>
        <RecoverySheet content={content} />
      </PaperPreview>
      <Section title={t('sheet.check')}>
        <Box component="form" noValidate autoComplete="off" onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
          <Typography>{t('sheet.checkHint')}</Typography>
          <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 2, [NARROW]: { gridTemplateColumns: '1fr' } }}>
            {draft.asked.map((place, at) => (
              <TextField
                key={place}
                label={t('sheet.word', { place })}
                autoComplete="off"
                error={wrong.includes(place) ? t('sheet.wordWrong') : undefined}
                value={typed[at] ?? ''}
                onChange={(word) => {
                  setTyped((all) => all.map((old, index) => (index === at ? word : old)));
                  setWrong((all) => all.filter((one) => one !== place));
                }}
              />
            ))}
          </Box>
          {action.problem === null ? null : <Notice kind="wrong">{action.problem}</Notice>}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
            <PrimaryButton type="submit" disabled={action.working}>
              {t(action.working ? 'sheet.working' : 'sheet.action')}
            </PrimaryButton>
            <TextButton disabled={action.working} onClick={() => onDone(false)}>
              {t('sheet.cancel')}
            </TextButton>
          </Box>
        </Box>
      </Section>
    </Box>
  );
}
