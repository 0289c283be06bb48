/** The clear member of an envelope that says whose the record is (`shared/store/envelope.ts`). */
type Arriving = Readonly<Record<string, unknown>>;

/** True for a document that says that it belongs to another chapter. The oldest tombstones say nothing and pass. */
export function isOfOtherChapter(chapter: string, document: Arriving): boolean {
  return document['chapter'] !== undefined && document['chapter'] !== chapter;
}

/**
 * Whether what a peer shows at the first contact means that it is another chapter's: more than half of it is. A single
 * stray record is refused by itself and stops nobody.
 */
export function isOtherChapters(chapter: string, shown: readonly Arriving[]): boolean {
  const foreign = shown.filter((one) => isOfOtherChapter(chapter, one)).length;
  return foreign * 2 > shown.length;
}
