import type { PartialDate } from '../../../../shared/domain/record.ts';
import type { Lang } from '../../../../shared/domain/codes.ts';
import type { CollectionName, RecordsByCollection } from '../../../../shared/store/chapter-types.ts';
import type { useWords } from '../../../app/language.tsx';

/** Kinds of what a person did; each is a filter, with its words in `person:timeline.kind`. */
export const TIMELINE_KINDS = ['meeting', 'role', 'consent', 'ladder', 'skill', 'visit', 'written'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One thing on a person's timeline. */
export interface TimelineItem {
  readonly key: string;
  readonly kind: TimelineKind;
  readonly on: PartialDate | undefined;
  readonly text: string;
  /** Where a press leads. */
  readonly path?: string;
}

/** What a source needs to put its records into words. */
export interface TimelineWords {
  readonly t: ReturnType<typeof useWords<'person'>>;
  readonly lang: Lang;
  /** All ids of the person, whose records may have been merged. */
  readonly ids: readonly string[];
  readonly institution: (id: string) => string;
}

/** Records of one collection that tell what a person did. A new kind is one more of these in `sources.ts`. */
export interface TimelineSource<N extends CollectionName = CollectionName> {
  readonly kind: TimelineKind;
  readonly collection: N;
  /** What only organizers read is not asked for by anybody else (domain §5.3). */
  readonly isForOrganizers: boolean;
  readonly selector: (ids: readonly string[]) => object;
  readonly items: (records: readonly RecordsByCollection[N][], words: TimelineWords) => readonly TimelineItem[];
}
