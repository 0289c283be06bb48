import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { Review } from '../../shared/domain/office.ts';
import { collectionOfId } from '../../shared/store/families.ts';
import { ERASED } from '../../shared/store/review-records.ts';
import { useChapter, useUndoStack } from '../app/chapter.tsx';
import { useWords } from '../app/language.tsx';
import { useNotices } from '../app/notices.tsx';
import { useRecord } from '../app/records.ts';
import { ConfirmErase } from '../history/ConfirmErase.tsx';
import { useFieldLabels } from '../history/field-labels.ts';
import { recordPath } from '../history/paths.ts';
import { useRecordTitle } from '../history/record-title.ts';
import { useHistory } from '../history/use-history.ts';
import { useSaving } from '../members/people/use-saving.tsx';
import { reviewValue, settleUndoably } from './review-settling.ts';
import { ReviewSide } from './ReviewSide.tsx';

/** One question: what it is about, each side with who wrote it when, and a button to choose it. */
export function ReviewItem({ review, keepPlace }: { review: Review; keepPlace: (work: () => Promise<unknown>) => Promise<void> }) {
  const t = useWords('history');
  const titleId = useId();
  const chapter = useChapter();
  const undoStack = useUndoStack();
  const { tell } = useNotices();
  const { save, failed } = useSaving();
  const label = useFieldLabels();
  const titleOf = useRecordTitle();
  const name = collectionOfId(review.record) ?? 'office';
  const record = useRecord(name, review.record);
  const history = useHistory(name, review.record) ?? [];
  const [asking, setAsking] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  if (record === undefined) return null;
  const fields = record as Readonly<Record<string, unknown>> | null;
  const title = titleOf(name, fields);
  // What only some may read is sealed for them here too; then there is nothing to choose from.
  const values = (review.values as readonly string[] | undefined) ?? [];
  const isErasure = review.field === ERASED;
  const fieldLabel = isErasure ? t('field.erased') : (label(name, review.field, values.map(reviewValue).find((value) => value !== null)) ?? t('field.other'));
  const settle = async (choice: number): Promise<void> => {
    setBusy(true);
    try {
      const undo = await settleUndoably(chapter, review, choice);
      if (!deletes(choice)) undoStack.push({ label: t('undo.review', { field: fieldLabel, name: title }), undo });
      tell('good', t('reviews.settled', { name: `${title}, ${fieldLabel}` }));
    } finally {
      setBusy(false);
      setAsking(null);
    }
  };
  const deletes = (choice: number): boolean => isErasure && reviewValue(values[choice]) === 'delete';
  const choose = (choice: number): void => {
    if (deletes(choice)) setAsking(choice);
    else save(() => keepPlace(() => settle(choice)));
  };
  return (
    <Box component="li" data-act aria-labelledby={titleId} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, bgcolor: 'background.paper' }}>
      <Typography id={titleId} variant="h3" sx={{ overflowWrap: 'anywhere' }}>
        {fields ? <Link to={recordPath(name, review.record, fields)}>{title}</Link> : title} · {fieldLabel}
      </Typography>
      {isErasure || review.field === 'deletedAt' ? <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>{t(isErasure ? 'reviews.erased' : 'reviews.bin')}</Typography> : null}
      {values.length === 0 ? <Typography sx={{ mt: 1 }}>{t('reviews.hidden')}</Typography> : null}
      {values.map((text, at) => (
        <ReviewSide key={text} review={review} name={name} at={at} history={history} busy={busy} onChoose={() => choose(at)} />
      ))}
      {failed}
      <ConfirmErase name={title} open={asking !== null} busy={busy} onKeep={() => setAsking(null)} onErase={() => save(() => keepPlace(() => settle(asking ?? 0)))} />
    </Box>
  );
}
