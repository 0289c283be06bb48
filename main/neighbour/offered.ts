import { z } from 'zod';
import { send } from './ask-neighbour.ts';
import type { Announced } from './finder.ts';
import { OFFER_PATH } from './wire.ts';

/** Invitations hold a chapter's settings, its keys and an account: some kilobytes. */
const MOST_BYTES = 1_500_000;
const MOST_OFFERS = 5;
const answered = z.object({ invitation: z.string().regex(/^[A-Za-z0-9_-]+$/) });

/** The sealed invitations (base64url) that these PCs offer. One that does not answer is left out. */
export async function fetchOffers(found: readonly Announced[]): Promise<readonly string[]> {
  const offering = found.flatMap(({ origin, said }) => (said.o === undefined ? [] : [`${OFFER_PATH}/${said.o}`].map((path) => ({ origin, path }))));
  const answers = await Promise.all(offering.slice(0, MOST_OFFERS).map(({ origin, path }) => fetchOffer(origin, path)));
  return answers.filter((answer) => answer !== null);
}

async function fetchOffer(origin: string, path: string): Promise<string | null> {
  try {
    const { status, text } = await send(origin, path, 'GET', '', MOST_BYTES);
    return status === 200 ? answered.parse(JSON.parse(text)).invitation : null;
  } catch {
    return null;
  }
}
