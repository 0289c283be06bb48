import type { Person } from '../../../shared/domain/person.ts';
import type { Chapter } from '../../../shared/store/chapter-types.ts';
import { pause } from '../import/pause.ts';

/** How many records are written at once: few enough for the screen to stay alive. */
const CHUNK = 300;

/** One tag, to be given to people or taken from them. */
export interface Tagging {
  readonly tag: string;
  readonly gives: boolean;
}

/** The tags of a person after the tagging; null when they are so already. A tag written in other capitals is the same tag. */
function tagged({ tags = [] }: Pick<Person, 'tags'>, { tag, gives }: Tagging): Partial<Person> | null {
  const same = (one: string): boolean => one.toLocaleLowerCase('es') === tag.toLocaleLowerCase('es');
  if (tags.some(same) === gives) return null;
  return { tags: gives ? [...tags, tag] : tags.filter((one) => !same(one)) };
}

/**
 * Gives people a tag or takes it from them, in batches, each by what their record says at that moment. Resolves with the ids of those who
 * were changed; rejects with a StoreProblem, when some may have been changed already: doing it again changes the others.
 */
export async function tagPeople(chapter: Pick<Chapter, 'changeEach'>, ids: readonly string[], tagging: Tagging, onProgress: (done: number) => void = () => undefined): Promise<readonly string[]> {
  const changed: string[] = [];
  for (let from = 0; from < ids.length; from += CHUNK) {
    changed.push(...(await chapter.changeEach('people', ids.slice(from, from + CHUNK), (now) => tagged(now, tagging))));
    onProgress(Math.min(ids.length, from + CHUNK));
    await pause();
  }
  return changed;
}
