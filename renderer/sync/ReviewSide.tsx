import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Review } from '../../shared/domain/office.ts';
import type { CollectionName } from '../../shared/store/chapter-types.ts';
import type { HistoryEntry } from '../../shared/store/history.ts';
import { ERASED } from '../../shared/store/review-records.ts';
import { useWords } from '../app/language.tsx';
import { useMoment } from '../history/moment.ts';
import { useValueWords } from '../history/value-words.ts';
import { useWho } from '../history/who.ts';
import { QuietButton } from '../ui/Buttons.tsx';
import { reviewValue, writerOf } from './review-settling.ts';

interface SideProps {
  readonly review: Review;
  readonly name: CollectionName;
  /** Its place among the review's values; the first stands for now. */
  readonly at: number;
  readonly history: readonly HistoryEntry[];
  readonly busy: boolean;
  readonly onChoose: () => void;
}

/** One of the values to choose from. */
export function ReviewSide({ review, name, at, history, busy, onChoose }: SideProps) {
  const t = useWords('history');
  const words = useValueWords();
  const who = useWho();
  const moment = useMoment();
  const value = reviewValue(review.values[at]);
  const shown = words(name, review.field, value) || t('value.nothing');
  const { user, device, at: when } = writerOf(review, at, history);
  const writer = user === undefined && device === '' ? '' : when === undefined ? who(user, device) : t('reviews.by', { who: who(user, device), when: moment(when) });
  const isNow = at === 0;
  const verb = verbOf(review.field, value, isNow);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1, mt: 1.5, pt: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ flex: '1 1 280px', minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line', fontWeight: isNow ? 700 : 400 }}>{shown}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {[isNow ? t('reviews.now') : '', writer].filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      <Box>
        <QuietButton disabled={busy} aria-label={verb.startsWith('bin') || verb.endsWith('Record') ? undefined : t(isNow ? 'reviews.keepWhat' : 'reviews.useWhat', { value: shown })} onClick={onChoose}>
          {t(`reviews.${verb}`)}
        </QuietButton>
      </Box>
    </Box>
  );
}

/** The words on the button. */
function verbOf(field: string, value: unknown, isNow: boolean): 'binYes' | 'binNo' | 'deleteRecord' | 'keepRecord' | 'keep' | 'use' {
  if (field === 'deletedAt') return value === null ? 'binNo' : 'binYes';
  if (field === ERASED) return value === 'delete' ? 'deleteRecord' : 'keepRecord';
  return isNow ? 'keep' : 'use';
}
