import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import { DELETE_AFTER_DAYS } from '../../../shared/domain/list-export.ts';
import { useChapter } from '../../app/chapter.tsx';
import { useHost } from '../../app/host.tsx';
import { useWords } from '../../app/language.tsx';
import { useOfficeRecords } from '../../app/office-records.ts';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useProblemSentence } from '../../ui/use-problem-sentence.ts';
import { TABLE } from '../paths.ts';
import { columnsOf } from './columns.ts';
import { exportRows } from './export-rows.ts';
import { useListState } from './list-state.ts';
import { saveList } from './save-list.ts';
import { useColumnWords } from './use-column-words.ts';
import type { ListedPeople } from './use-listed-people.ts';

type Outcome = { readonly kind: 'good' | 'info' | 'wrong'; readonly text: string };

/** Saving what the table shows as a file: how many, what a danger it is, and why it must be (domain §5.8). */
export function ExportPane({ listed: { people, facts, reading, problem } }: { listed: ListedPeople }) {
  const t = useWords('lists');
  const chapter = useChapter();
  const { files } = useHost();
  const sentence = useProblemSentence();
  const textOf = useColumnWords();
  const readsOrganizers = useReadsOrganizers();
  const settings = useOfficeRecords('settings')?.[0];
  const [{ columns: wanted }] = useListState();
  const [reason, setReason] = useState('');
  const [isUnreasoned, setUnreasoned] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const columns = columnsOf(wanted, readsOrganizers);
  const back = <Link to={TABLE}>{t('export.back')}</Link>;
  if (!readsOrganizers || settings?.listsMayLeave !== true) {
    return (
      <Box sx={{ maxWidth: 720, display: 'grid', gap: 2, justifyItems: 'start' }}>
        <Notice>{t(readsOrganizers ? 'export.off' : 'export.notYours')}</Notice>
        {back}
      </Box>
    );
  }
  const save = async (): Promise<void> => {
    setUnreasoned(reason.trim() === '');
    if (reason.trim() === '') return;
    const texts = { heading: (column: (typeof columns)[number]) => t(`column.${column}`), text: textOf, why: t('export.why'), doNotContact: t('column.doNotContact'), minor: t('is.minor.yes') };
    try {
      const saved = await saveList(chapter, files, { rows: exportRows(people, columns, (id) => facts.of(id), texts), columns, reason: reason.trim() }, new Date());
      setOutcome(saved ? { kind: 'good', text: t('export.saved', { count: DELETE_AFTER_DAYS }) } : { kind: 'info', text: t('export.notSaved') });
      if (saved) setReason('');
    } catch (failure) {
      setOutcome({ kind: 'wrong', text: `${t('export.failed')} ${sentence(failure)}` });
    }
  };
  const isReady = facts.isReady && !reading;
  return (
    <Box sx={{ maxWidth: 720, display: 'grid', gap: 2 }}>
      <Typography component="h2" variant="h2">
        {t('export.title', { count: people.length })}
      </Typography>
      <Typography>{t('export.columns', { columns: columns.map((column) => t(`column.${column}`)).join(', ') })}</Typography>
      <Notice kind="careful">{t('export.danger', { count: DELETE_AFTER_DAYS })}</Notice>
      {problem === null ? null : <Notice kind="wrong">{sentence(problem)}</Notice>}
      <TextField label={t('export.reason')} hint={t('export.reasonHint')} error={isUnreasoned ? t('export.reasonFirst') : undefined} maxLength={200} value={reason} onChange={setReason} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <PrimaryButton disabled={!isReady || people.length === 0} onClick={() => void save()}>
          {isReady ? t('export.save') : t('reading')}
        </PrimaryButton>
        {back}
      </Box>
      {outcome === null ? null : <Notice kind={outcome.kind}>{outcome.text}</Notice>}
    </Box>
  );
}
