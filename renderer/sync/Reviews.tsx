import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Review } from '../../shared/domain/office.ts';
import { useWords } from '../app/language.tsx';
import { useLiveQuery } from '../app/records.ts';
import { useKeepPlace } from '../history/keep-place.ts';
import { Section } from '../ui/Section.tsx';
import { ReviewItem } from './ReviewItem.tsx';

/** What two PCs changed without knowing of each other: all sides are shown, and a person settles each with one press (design §4). */
export function Reviews() {
  const t = useWords('history');
  const found = useLiveQuery('office', { selector: { kind: 'review', settledAt: { $exists: false } } });
  const { list, keepPlace } = useKeepPlace<HTMLUListElement>();
  const reviews = (found ?? []).filter((record): record is Review => record.kind === 'review').sort((one, other) => (one.record < other.record ? -1 : one.record > other.record ? 1 : one.field < other.field ? -1 : 1));
  if (reviews.length === 0) return null;
  return (
    <Section title={t('reviews.title')}>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>
        {t('reviews.count', { count: reviews.length })}. {t('reviews.explain')}
      </Typography>
      <Box component="ul" ref={list} aria-label={t('reviews.title')} sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 2 }}>
        {reviews.map((review) => (
          <ReviewItem key={review.id} review={review} keepPlace={keepPlace} />
        ))}
      </Box>
    </Section>
  );
}
