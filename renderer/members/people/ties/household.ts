import { randomToken } from '../../../../shared/domain/record.ts';
import type { Chapter } from '../../../../shared/store/chapter-types.ts';
import type { Save } from '../../../app/saving.ts';

/** Characters of a household's token. */
const TOKEN_LENGTH = 20;

type Records = Pick<Chapter, 'collections'>;

async function tokenOf({ collections }: Records, person: string): Promise<string | undefined> {
  return (await collections.people.findOne(person).exec())?.household;
}

async function membersOf({ collections }: Records, token: string): Promise<string[]> {
  return (await collections.people.find({ selector: { household: token } }).exec()).map(({ id }) => id);
}

/**
 * Writes that two people live in one household; where both had one already, everyone of both is in one from now on. No
 * address is kept (domain §2.3). One step to take back.
 */
export async function joinHousehold(chapter: Records, save: Save, person: string, other: string, undoLabel: string): Promise<void> {
  const tokens = [...new Set([await tokenOf(chapter, person), await tokenOf(chapter, other)])].filter((token) => token !== undefined).sort();
  const household = tokens[0] ?? randomToken(TOKEN_LENGTH);
  const housemates = (await Promise.all(tokens.map((token) => membersOf(chapter, token)))).flat();
  await save.together(undoLabel, async (steps) => {
    for (const id of new Set([person, other, ...housemates])) await steps.change('people', id, { household }, { undoLabel });
  });
}

/** Writes that a person does not live in their household any more; one who is left there alone has none either. */
export async function leaveHousehold(chapter: Records, save: Save, person: string, undoLabel: string): Promise<void> {
  const token = await tokenOf(chapter, person);
  if (token === undefined) return;
  const others = (await membersOf(chapter, token)).filter((id) => id !== person);
  const leaving = others.length === 1 ? [person, ...others] : [person];
  await save.together(undoLabel, async (steps) => {
    for (const id of leaving) await steps.change('people', id, { household: undefined }, { undoLabel });
  });
}
