import { z } from 'zod';
import { openBytes, sealBytes, sealedUnder, type BytesOwner } from '../../store/sealed-bytes.ts';
import type { StickFileReader, StickFileWriter } from './stick-file.ts';
import { StickProblem } from './stick-problem.ts';

/** What a file says of itself, once to those who have the key. */
export const stickAbout = z.object({
  /** Device record's id of the PC that wrote it. */
  device: z.string(),
  /** That PC's name for its database since it last lost records, and how many files it wrote in that time. */
  life: z.string(),
  number: z.number().int().positive(),
  /** ISO, by that PC's clock; only shown. */
  savedAt: z.string(),
  /** True when all records are in it, else what the PCs in `lackedBy` were known to lack. */
  all: z.boolean(),
  lackedBy: z.array(z.string()),
  /** Records in it, and those of them that are deleted. */
  records: z.number().int().nonnegative(),
  deleted: z.number().int().nonnegative(),
  /** Frames with what the writer has, which follow at once. */
  haveFrames: z.number().int().nonnegative(),
  /** Files that the writer has read to their end, as `bundle`. */
  read: z.array(z.string()),
});
export type StickAbout = z.infer<typeof stickAbout>;

/** A stored document with its `_revisions`, as `bulkDocs` takes it in. */
export type StickDocument = Readonly<Record<string, unknown>> & { readonly _id: string; readonly _rev: string; readonly _deleted?: boolean };

export type StickFrame =
  /** Records that open keys: before all others, under the chapter's first key, for a PC that has missed a rotation. */
  | { readonly kind: 'keys'; readonly documents: readonly StickDocument[] }
  | { readonly kind: 'about'; readonly about: StickAbout }
  /** What the writer has: see `having.ts`. */
  | { readonly kind: 'have'; readonly entries: Uint8Array }
  | { readonly kind: 'records'; readonly documents: readonly StickDocument[] }
  | { readonly kind: 'end'; readonly records: number };

const stored = z.looseObject({ _id: z.string().regex(/^[^_]/), _rev: z.string(), _deleted: z.boolean().optional(), _revisions: z.object({ start: z.number(), ids: z.array(z.string()).min(1) }) });
const jsonFrame = z.union([
  z.object({ kind: z.enum(['keys', 'records']), documents: z.array(stored) }),
  z.object({ kind: z.literal('about'), about: stickAbout }),
  z.object({ kind: z.literal('end'), records: z.number() }),
]);

const JSON_CONTENT = 1;
const HAVE_CONTENT = 2;

/** Packs, seals and appends a frame. `key`: another one than what the chapter writes under now. */
export async function addFrame(file: StickFileWriter, owner: BytesOwner, frame: StickFrame, key?: number): Promise<void> {
  const bytes = frame.kind === 'have' ? frame.entries : new TextEncoder().encode(JSON.stringify(frame));
  const content = new Uint8Array(1 + bytes.length);
  content[0] = frame.kind === 'have' ? HAVE_CONTENT : JSON_CONTENT;
  content.set(bytes, 1);
  await file.add(await sealBytes(owner, placeOf(file.bundle, file.frames), 'chapter', await piped(content, new CompressionStream('deflate-raw')), key));
}

/** Opens the next frame. Throws {@link StickProblem} `damaged`, `cut-off` or `key-missing`. */
export async function nextFrame(file: StickFileReader, owner: BytesOwner): Promise<StickFrame> {
  const place = placeOf(file.bundle, file.frame);
  const sealed = await file.next();
  if (!owner.ring.derived('chapter', sealedUnder(sealed) ?? 0)) throw new StickProblem('key-missing');
  const packed = await openBytes(owner, place, 'chapter', sealed);
  if (!packed) throw new StickProblem('damaged');
  const content = await piped(packed, new DecompressionStream('deflate-raw'));
  if (content[0] === HAVE_CONTENT) return { kind: 'have', entries: content.slice(1) };
  const parsed = jsonFrame.safeParse(JSON.parse(new TextDecoder().decode(content.subarray(1))));
  if (!parsed.success) throw new StickProblem('damaged');
  return parsed.data;
}

function placeOf(bundle: string, frame: number): string {
  return `stick/${bundle}/${String(frame)}`;
}

async function piped(bytes: Uint8Array, through: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(through);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
