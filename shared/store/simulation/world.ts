import { randomToken } from '../../domain/record.ts';
import { RecordCodec } from '../codec.ts';
import { newChapterKeys } from '../keys.ts';
import { createSealer, type ChapterKeys } from '../sealing.ts';
import { readySodium, toBase64 } from '../sodium.ts';
import { Replica } from './replica.ts';

/** The numbers of the two authors' keys. */
const AUTHORS = [71, 82] as const;
/** Which parts each PC reads: organizers' or not, and whose author part. Of each part at least one PC has the key. */
const PCS: readonly { readonly organizers: boolean; readonly author: (typeof AUTHORS)[number] | null }[] = [
  { organizers: true, author: AUTHORS[0] },
  { organizers: true, author: AUTHORS[1] },
  { organizers: false, author: null },
  { organizers: true, author: AUTHORS[0] },
  { organizers: false, author: AUTHORS[1] },
];

let worlds = 0;

/** Five PCs of one chapter; their databases stay open over many runs. */
export async function newWorld(): Promise<readonly Replica[]> {
  worlds += 1;
  const sodium = await readySodium();
  const shared = await newChapterKeys();
  const authors = new Map(AUTHORS.map((number) => [number, toBase64(sodium.randombytes_buf(32))] as const));
  const chapter = randomToken(20);
  return Promise.all(
    PCS.map(async ({ organizers, author }, at) => {
      const keys: ChapterKeys = {
        chapter: shared.chapter,
        ...(organizers && shared.organizers ? { organizers: shared.organizers } : {}),
        ...(author ? { author: { current: author, keys: { [author]: authors.get(author) ?? '' } } } : {}),
      };
      const name = `simulated-${String(worlds)}-${String(at)}-${randomToken(6)}`;
      return new Replica(new RecordCodec(await createSealer(chapter, keys), `pc${String(at)}`), name);
    }),
  );
}
