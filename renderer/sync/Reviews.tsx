import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Review } from '../../shared/domain/office.ts';
import { collectionOfId } from '../../shared/store/families.ts';
import { useChapter } from '../app/chapter.tsx';
import { useWords } from '../app/language.tsx';
import { useLiveQuery, useRecord } from '../app/records.ts';
import { QuietButton } from '../ui/Buttons.tsx';
import { Section } from '../ui/Section.tsx';
import { reviewText, reviewValue, settleReview } from './review-settling.ts';

/** What two PCs changed to different values: both are shown, and a person settles each with one press (design §4). */
export function Reviews() {
  const t = useWords('sync');
  const found = useLiveQuery('office', { selector: { kind: 'review', settledAt: { $exists: false } } });
  const reviews = (found ?? []).filter((record): record is Review => record.kind === 'review');
  if (reviews.length === 0) return null;
  return (
    <Section title={t('reviews.title')}>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>
        {t('reviews.explain')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 2 }}>
        {reviews.map((review) => (
          <ReviewItem key={review.id} review={review} />
        ))}
      </Box>
    </Section>
  );
}

function ReviewItem({ review }: { review: Review }) {
  const t = useWords('sync');
  const chapter = useChapter();
  const title = `${useRecordTitle(review.record)} · ${t(fieldKey(review.field))}`;
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, bgcolor: 'background.paper' }}>
      <Typography variant="h3">{title}</Typography>
      {review.values.map((text, index) => {
        const shown = reviewText(reviewValue(text)) || t('reviews.empty');
        return (
          <Box key={text} sx={{ display: 'flex', alignItems: 'center', gap: 2, mt: 1 }}>
            <Typography sx={{ color: 'text.secondary', width: 160, flexShrink: 0 }}>
              {t(index === 0 ? 'reviews.now' : 'reviews.other')}
            </Typography>
            <Typography sx={{ flex: 1, overflowWrap: 'anywhere' }}>{shown}</Typography>
            <QuietButton onClick={() => void settleReview(chapter, review, index)}>{t(index === 0 ? 'reviews.keep' : 'reviews.use')}</QuietButton>
          </Box>
        );
      })}
    </Box>
  );
}

const FIELDS = [
  'nameAsWritten', 'given', 'family1', 'family2', 'called', 'title', 'contacts', 'language', 'area', 'affiliations', 'name', 'kind',
  'status', 'cityOrArea', 'phone', 'email', 'meetingPlace', 'date', 'start', 'end', 'placeName', 'hostInstitution', 'headcount', 'rows',
  'linesOnPaper', 'chapterName', 'letterhead', 'areaCode', 'paper', 'deletedAt',
] as const;

function fieldKey(field: string): `reviews.field.${(typeof FIELDS)[number] | 'other'}` {
  const known = FIELDS.find((name) => name === field);
  return `reviews.field.${known ?? 'other'}`;
}

/** What people call the record: a person's or institution's name, a meeting's title, a sheet's code. */
function useRecordTitle(id: string): string {
  const t = useWords('sync');
  const record = useRecord(collectionOfId(id) ?? 'office', id);
  if (!record) return t('reviews.unknownRecord');
  if ('nameAsWritten' in record) return record.nameAsWritten;
  if ('code' in record) return record.code;
  if ('name' in record) return record.name;
  if ('title' in record) return record.title.es || record.title.en;
  return t('reviews.unknownRecord');
}
