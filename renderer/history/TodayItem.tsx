import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import { FAMILIES } from '../../shared/store/families.ts';
import { backOf, type TodayLine } from '../../shared/store/today.ts';
import { useWords } from '../app/language.tsx';
import { useNotices } from '../app/notices.tsx';
import { useSave } from '../app/saving.ts';
import { useSaving } from '../members/people/use-saving.tsx';
import { TextButton } from '../ui/Buttons.tsx';
import { useChangeWords } from './change-words.ts';
import { useFieldLabels } from './field-labels.ts';
import { useMoment } from './moment.ts';
import { recordPath } from './paths.ts';
import { useKindWords, useRecordTitle } from './record-title.ts';
import type { TouchedRecord } from './use-today.ts';

/** Lines of one record that are shown at first. */
const FIRST_LINES = 5;

/** One record of today: what it is, and each thing that was done to it with its own "Undo". */
export function TodayItem({ record, keepPlace }: { record: TouchedRecord; keepPlace: (work: () => Promise<unknown>) => Promise<void> }) {
  const t = useWords('history');
  const title = useRecordTitle()(record.name, record.fields);
  const kind = useKindWords()(record.id);
  const moment = useMoment();
  const words = useChangeWords();
  const [all, setAll] = useState(false);
  const lines = record.lines.flatMap((line) => {
    const sentence = line.kind === 'created' ? t('today.created') : line.change ? words(record.name, line.change) : null;
    return sentence === null ? [] : [{ line, sentence }];
  });
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, FIRST_LINES);
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', py: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline' }}>
        <Typography component="span" sx={{ fontWeight: 700, overflowWrap: 'anywhere' }}>
          <Link to={recordPath(record.name, record.id, record.fields)}>{title}</Link>
        </Typography>
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
          {kind} · {moment(record.at)}
        </Typography>
      </Box>
      <Box component="ul" aria-label={title} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map(({ line, sentence }) => (
          <Line key={`${line.kind} ${line.change?.field ?? ''} ${line.change?.item ?? ''}`} record={record} line={line} sentence={sentence} title={title} keepPlace={keepPlace} />
        ))}
      </Box>
      {lines.length > shown.length ? <TextButton onClick={() => setAll(true)}>{t('today.more', { count: lines.length - shown.length })}</TextButton> : null}
    </Box>
  );
}

interface LineProps {
  readonly record: TouchedRecord;
  readonly line: TodayLine;
  readonly sentence: string;
  readonly title: string;
  readonly keepPlace: (work: () => Promise<unknown>) => Promise<void>;
}

function Line({ record, line, sentence, title, keepPlace }: LineProps) {
  const t = useWords('history');
  const label = useUndoLabel();
  const save = useSave();
  const { save: attempt, failed } = useSaving();
  const { tell } = useNotices();
  const { name, id } = record;
  const undo = async (): Promise<void> => {
    let stood = false;
    await save.change(
      name,
      id,
      (now) => {
        const back = backOf(now, line, FAMILIES[name].rules, new Date().toISOString());
        stood = back !== null;
        return (back ?? {});
      },
      { undoLabel: label(record, line, title) },
    );
    if (stood) tell('good', t('today.undone', { what: sentence }));
    else tell('careful', t('today.changedSince', { what: sentence }));
  };
  const isBinnedNow = line.kind === 'created' && line.state === 'since';
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, minHeight: 44 }}>
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{sentence}</Typography>
        {line.state === 'since' ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {isBinnedNow ? t('today.createdIn') : t('today.since')}
          </Typography>
        ) : null}
        {failed}
      </Box>
      {line.state === 'open' ? (
        <Box data-act component="span">
          <TextButton aria-label={t('today.undoWhat', { what: `${sentence}, ${title}` })} onClick={() => attempt(() => keepPlace(undo))}>
            {t('today.undo')}
          </TextButton>
        </Box>
      ) : isBinnedNow ? null : (
        <Link to={recordPath(name, id, record.fields)} aria-label={t('today.lookAt', { name: title })}>
          {t('today.look')}
        </Link>
      )}
    </Box>
  );
}

function useUndoLabel(): (record: TouchedRecord, line: TodayLine, title: string) => string {
  const t = useWords('history');
  const label = useFieldLabels();
  return ({ name }, { kind, change }, title) => {
    if (kind === 'changed' && change) return t('undo.changed', { field: label(name, change.field, change.after ?? change.before) ?? t('field.other'), name: title });
    // What taking it back does: a record of today goes to the bin, a binned one comes out.
    return kind === 'binned' ? t('undo.restored', { name: title }) : t('undo.binned', { name: title });
  };
}
