import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { ChapterProof } from '../../shared/host.ts';
import { freshNonce, isProof, openSaid, proofOf, sealSaid, type Conversation } from '../../shared/sync/neighbour-proof.ts';
import { badRequest, CouchError, tooMany } from '../hub/couch-error.ts';
import { newPassword } from '../hub/password.ts';
import type { HubHandle } from '../hub/server.ts';
import { neighbourAccount } from './bound-names.ts';
import { askerSays, hello, HELLO_PATH, prove, PROVE_PATH, socketAddress, type answererSays } from './wire.ts';

/** A conversation must be over by then; a proof that comes later, or again, finds nothing. */
const CONVERSATION_MS = 30_000;
const MOST_CONVERSATIONS = 200;
/** Wrong proofs that one address may send in ten minutes. A 256-bit key is not guessed; this keeps the noise down. */
const MOST_WRONG = 10;
const FORGET_WRONG_MS = 10 * 60_000;

interface Begun {
  readonly conversation: Conversation;
  readonly until: number;
}

/**
 * The side that answers: nonces for whoever asks, and an account of its own for the one chapter to a PC that proves its
 * key. What it learns (a name, an account) it learns sealed. `chapters` are those that this PC shares at this moment.
 */
export function provingRoutes(app: FastifyInstance, hub: HubHandle, chapters: () => readonly ChapterProof[], now: () => number = Date.now): void {
  const begun = new Map<string, Begun>();
  const wrong = new Map<string, { count: number; at: number }>();

  app.post(HELLO_PATH, async (request) => {
    const { nonce } = parsed(hello, request);
    for (const [session, { until }] of begun) if (until < now()) begun.delete(session);
    if (begun.size >= MOST_CONVERSATIONS) throw tooMany();
    const { localAddress, localPort } = request.raw.socket;
    const conversation = {
      hub: hub.uuid,
      address: socketAddress(localAddress, localPort),
      session: await freshNonce(),
      askerNonce: nonce,
      answererNonce: await freshNonce(),
    };
    begun.set(conversation.session, { conversation, until: now() + CONVERSATION_MS });
    return { v: 1, hub: hub.uuid, session: conversation.session, nonce: conversation.answererNonce };
  });

  app.post(PROVE_PATH, async (request) => {
    const { session, proof, sealed } = parsed(prove, request);
    const tries = wrong.get(request.ip);
    const count = tries === undefined || now() - tries.at > FORGET_WRONG_MS ? 0 : tries.count;
    if (count >= MOST_WRONG) throw tooMany();
    const found = begun.get(session);
    // Once and never again, whatever comes of it.
    begun.delete(session);
    const believed = found === undefined || found.until < now() ? null : await believe(found.conversation, proof, sealed);
    if (found === undefined || believed === null) {
      if (wrong.size > 1000) wrong.clear();
      wrong.set(request.ip, { count: count + 1, at: now() });
      throw new CouchError(403, 'forbidden', 'The proof does not hold.');
    }
    wrong.delete(request.ip);
    const { chapter, said } = believed;
    const password = newPassword();
    const account = neighbourAccount(chapter.database, said.device);
    await hub.accounts.add({ name: account, password, database: chapter.database });
    const { database, device, name, key } = chapter;
    const answer: z.infer<typeof answererSays> = { database, device, name, account, password };
    const sealedAnswer = await sealSaid(key, 'answers', found.conversation, answer);
    return { proof: await proofOf(key, 'answers', found.conversation, [proof, sealed, sealedAnswer]), sealed: sealedAnswer };
  });

  async function believe(conversation: Conversation, proof: string, sealed: string) {
    for (const chapter of chapters()) {
      if (!(await isProof(proof, chapter.key, 'asks', conversation, [sealed]))) continue;
      const said = askerSays.safeParse(await openSaid(chapter.key, 'asks', conversation, sealed));
      const fits = said.success && said.data.database === chapter.database && !chapter.removed.includes(said.data.device);
      return fits ? { chapter, said: said.data } : null;
    }
    return null;
  }
}

function parsed<T>(schema: z.ZodType<T>, request: FastifyRequest): T {
  const given = schema.safeParse(request.body);
  if (!given.success) throw badRequest('Not what is asked here.');
  return given.data;
}
