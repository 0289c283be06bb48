import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import type { ChapterAccess } from '../../../shared/store/chapter-access.ts';
import { draftRecoverySheet, forgetDraft, type RecoveryDraft } from '../../../shared/store/recovery.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSettings } from '../use-settings.ts';
import { ForAdministrators } from './PeoplePage.tsx';
import { SheetDraft } from './SheetDraft.tsx';
import { useSheetDate } from './use-people.ts';
import { useUserAction } from './use-user-action.ts';

/** /office/recovery-sheet — the 24 words on two papers, valid once three of them were typed back (design §5). */
export function RecoverySheetPage() {
  const t = useWords('users');
  return (
    <ForAdministrators title={t('sheet.title')} lead={t('sheet.lead')}>
      {(access) => <MakeSheet access={access} />}
    </ForAdministrators>
  );
}

function MakeSheet({ access }: { access: ChapterAccess }) {
  const t = useWords('users');
  const { lang } = useLanguage();
  const settings = useSettings();
  const action = useUserAction();
  const earlier = useSheetDate();
  const [draft, setDraft] = useState<RecoveryDraft | null>(null);
  const [done, setDone] = useState<'first' | 'again' | null>(null);
  useEffect(() => {
    if (draft === null) return undefined;
    return () => void forgetDraft(draft);
  }, [draft]);
  const start = (): void => {
    action.run(async () => {
      setDone(null);
      setDraft(await draftRecoverySheet(lang));
    });
  };
  if (settings === undefined) return null;
  if (draft !== null) {
    return (
      <SheetDraft
        access={access}
        draft={draft}
        settings={settings}
        onDone={(valid) => {
          if (valid) setDone(earlier === null ? 'first' : 'again');
          setDraft(null);
        }}
      />
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {done === null ? null : <Notice kind="good">{done === 'again' ? `${t('sheet.done')} ${t('sheet.doneOld')}` : t('sheet.done')}</Notice>}
      {earlier === null || done !== null ? null : <Notice kind="careful">{t('sheet.earlier', { date: earlier })}</Notice>}
      {action.problem === null ? null : <Notice kind="wrong">{action.problem}</Notice>}
      {done === null ? (
        <>
          <Typography>{t('sheet.startHint')}</Typography>
          <Box>
            <PrimaryButton disabled={action.working} onClick={start}>
              {t('sheet.start')}
            </PrimaryButton>
          </Box>
        </>
      ) : null}
    </Box>
  );
}
