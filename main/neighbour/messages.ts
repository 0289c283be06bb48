import { z } from 'zod';

/**
 * What the host and its hub's process tell each other. The process gets proof keys and passwords of this PC's own, over a
 * pipe that only the two have; neither is written to a log.
 */
const proof = z.object({
  database: z.string(),
  key: z.string(),
  device: z.string(),
  removed: z.array(z.string()).readonly(),
  name: z.string(),
});
const chapters = z.array(z.object({ proof, /** By which this PC itself comes in. */ password: z.string() }));
export type SharedChapters = z.infer<typeof chapters>;

const numbered = { n: z.number() };
export const toHub = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start'),
    ...numbered,
    data: z.string(),
    host: z.string(),
    port: z.number(),
    multicast: z.object({ interface: z.string().optional(), port: z.number().optional() }),
    chapters,
  }),
  z.object({ kind: z.literal('chapters'), ...numbered, chapters }),
  z.object({ kind: z.literal('offer'), ...numbered, /** base64url; null ends it. */ invitation: z.string().nullable() }),
  z.object({ kind: z.literal('stop'), ...numbered }),
]);
export type ToHub = z.infer<typeof toHub>;
/** A message before it got its number. */
export type HubWish = ToHub extends infer One ? (One extends { n: number } ? Omit<One, 'n'> : never) : never;

export const fromHub = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), port: z.number(), hub: z.string() }),
  z.object({ kind: z.literal('failed'), problem: z.enum(['data-in-use', 'data-unwritable', 'not-running']) }),
  z.object({ kind: z.literal('unannounced') }),
  z.object({ kind: z.literal('done'), ...numbered }),
]);
export type FromHub = z.infer<typeof fromHub>;

/** One end of the pipe. */
export interface HubChannel {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** The hub's process as the host sees it. */
export interface HubProcess extends HubChannel {
  /** Called once, when the process is gone for whatever reason. */
  onExit(listener: () => void): void;
  kill(): void;
}

/** How this host starts a process: Node's fork in the browser host, a utility process in Electron. */
export type SpawnHub = () => HubProcess;
