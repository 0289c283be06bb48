import type { Consent } from '../../../../shared/domain/person-changes.ts';
import type { PartialDate } from '../../../../shared/domain/record.ts';
import type { Chapter } from '../../../../shared/store/chapter-types.ts';
import type { Save } from '../../../app/saving.ts';

/** Codes of `consent_scope` that "stop contacting" says no to (domain §5.4). */
const CONTACT = ['call', 'message', 'email'] as const;

type Records = Pick<Chapter, 'collections'>;
type Answer = Pick<Consent, 'scope' | 'isGiven' | 'on'> & Partial<Pick<Consent, 'how' | 'readIn'>>;

/** Adds what a person said of one scope, knowing of the answers that were there before. */
export async function addAnswer({ collections }: Records, save: Save, person: string, answer: Answer, undoLabel: string): Promise<void> {
  const before = await collections.office.find({ selector: { kind: 'consent', person, scope: answer.scope, deletedAt: { $exists: false } } }).exec();
  await save.create('office', { kind: 'consent', person, ...answer, after: before.map(({ id }) => id) }, { undoLabel });
}

/** The one button of a person who wants no more calls: the mark with its day, and a no to every way of reaching them (domain §5.4). */
export async function stopContacting(chapter: Records, save: Save, person: string, today: PartialDate, undoLabel: string): Promise<void> {
  await save.together(undoLabel, async (steps) => {
    await steps.change('people', person, { doNotContact: true, doNotContactSince: today }, { undoLabel });
    for (const scope of CONTACT) await addAnswer(chapter, steps, person, { scope, isGiven: false, on: today, how: 'spoken' }, undoLabel);
  });
}
