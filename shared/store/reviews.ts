import type { Review } from '../domain/office.ts';
import { itemAtom, itemsOf, keyMember } from './atoms.ts';
import { StoreProblem } from './chapter-types.ts';
import { collectionOfId, FAMILIES, type Family } from './families.ts';
import type { OpenedChapter } from './open-records.ts';
import { writeAll } from './pouch.ts';
import type { OpenedAtRevision } from './record-memory.ts';
import type { Backing, RecordCodec } from './codec.ts';
import { ERASED, ERASURE_CHOICES } from './review-records.ts';
import { own } from './stamps.ts';

type Held = OpenedAtRevision<Backing>;
type SettlingChapter = Pick<OpenedChapter, 'held' | 'collections' | 'codec' | 'pouch' | 'settled' | 'user'>;

/** A record may be changed in the same moment; each time what is chosen is put into what it is by then. */
const MOST_TRIES = 10;

/**
 * Settles a review in one write: what was chosen stands in the record, whoever had not seen the choice disagrees with
 * it, and all reviews of the same question are closed. `choice`: which of the review's values. Resolves when it is
 * durable and in the open queries. Rejects with a {@link StoreProblem}: `not-yours` when the values cannot be read here,
 * `gone` when there is no such choice.
 */
export async function settleReview(chapter: SettlingChapter, review: Pick<Review, 'id'>, choice: number): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const [held] = await chapter.held('office', [review.id]);
    if (!held) throw new StoreProblem('gone');
    const question = held.fields as unknown as Review;
    if (!Array.isArray(question.values)) throw new StoreProblem('not-yours');
    const chosen = question.values[choice];
    if (chosen === undefined) throw new StoreProblem('gone');
    const author = { at: new Date().toISOString(), by: chapter.user.id };
    const documents = [...(await closings(chapter, question, chosen, author)), ...(await decided(chapter, question, chosen, author))];
    const answers = await writeAll(chapter.pouch, documents);
    await chapter.settled();
    const refused = answers.find((answer) => !answer.ok);
    if (!refused) return;
    if (refused.status !== 409) throw new StoreProblem('damaged', { cause: refused });
  }
  throw new StoreProblem('damaged');
}

interface Author {
  readonly at: string;
  readonly by: string;
}

/** All open reviews of the same question, closed. */
async function closings(chapter: SettlingChapter, question: Review, chosen: string, { at, by }: Author): Promise<readonly object[]> {
  const found = await chapter.collections.office.find({ selector: { kind: 'review', record: question.record, field: question.field } }).exec();
  const same = found.map((document) => document.toJSON() as Review).filter(({ item, settledAt }) => item === question.item && settledAt === undefined);
  const held = await chapter.held('office', same.map(({ id }) => id));
  return held.map((review) => closedReview(chapter.codec, review, chosen, { updatedAt: at, updatedBy: by }));
}

/** The record with what was chosen; nothing when it is not here. */
async function decided(chapter: SettlingChapter, question: Review, chosen: string, { at, by }: Author): Promise<readonly object[]> {
  const name = collectionOfId(question.record);
  const [held] = name ? await chapter.held(name, [question.record]) : [];
  if (!name || !held) return [];
  return [chosenIn(chapter.codec, FAMILIES[name], held, question, chosen, { updatedAt: at, updatedBy: by })];
}

/** The stored document of a review that was settled at `updatedAt`. */
export function closedReview(codec: RecordCodec, review: Held, chosen: string, stamped: { readonly updatedAt: string; readonly updatedBy: string }): object {
  return edited(codec, FAMILIES.office, review, { ...stamped, settledAt: stamped.updatedAt, chosen }, []);
}

/**
 * The stored document of a record in which a question is decided. `chosen`: JSON text of the value. What stands there
 * already is decided anew too, so that another PC's other choice disagrees with it.
 */
export function chosenIn(
  codec: RecordCodec,
  family: Family,
  held: Held,
  { field, item }: Pick<Review, 'field' | 'item'>,
  chosen: string,
  stamped: Readonly<Record<string, unknown>>,
): object {
  if (field === ERASED) {
    if (chosen !== ERASURE_CHOICES[1]) return edited(codec, family, held, stamped, ['deletedAt']);
    return { _id: held.id, _rev: held.rev, _deleted: true, ...codec.tombstone(held.id, held.backing.schema, 'erased', held.backing) };
  }
  const value = (JSON.parse(chosen) as unknown) ?? undefined;
  if (item === undefined) return edited(codec, family, held, { ...stamped, [field]: value }, [field]);
  const member = own(family.rules, field) ? keyMember(family.rules[field] ?? { rule: 'ask' }) : undefined;
  const items = member === undefined ? null : itemsOf(own(held.fields, field), member);
  if (!items) return edited(codec, family, held, stamped, [field]);
  const next = new Map(items);
  if (value === undefined) next.delete(item);
  else next.set(item, value);
  return edited(codec, family, held, { ...stamped, [field]: [...next.values()] }, [itemAtom(field, item)]);
}

function edited(codec: RecordCodec, family: Family, held: Held, patch: Readonly<Record<string, unknown>>, touched: readonly string[]): object {
  const fields = Object.fromEntries(Object.entries({ ...held.fields, ...patch }).filter(([, value]) => value !== undefined));
  return { _id: held.id, _rev: held.rev, ...codec.seal(family, held.id, fields, held, touched).envelope };
}

