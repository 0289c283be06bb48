import type { FileSink, FileSource } from '../../host.ts';
import { readySodium, toBase64, type Sodium } from '../../store/sodium.ts';
import type { BytesOwner } from '../../store/sealed-bytes.ts';
import { StickProblem } from './stick-problem.ts';

/**
 * The outside of a stick's file (ADR 15). It begins with a line that names the format, a random salt, the chapter's mark
 * under that salt, and the BLAKE2b of all that. Then come frames: length of the content (4 bytes), BLAKE2b over the sum
 * of the frame before, this one's place and its content, and the content, which is sealed. So a frame that is altered,
 * left out, doubled or put elsewhere does not fit the one before it.
 */
const VERSION = 1;
const FIRST_LINE = 'CONVOCA-STICK-';
const LINE = 16;
const SALT = 16;
const SUM = 32;
const HEADER = LINE + SALT + SUM + SUM;
const LENGTH = 4;
const FRAME_HEAD = LENGTH + SUM;
/** No frame of ours comes near; a damaged length must not make this PC ask for more memory than it has. */
const LONGEST_FRAME = 200_000_000;

/** Writes the header, then frame after frame. */
export class StickFileWriter {
  /** The file's own name for itself: its salt. Another PC names it by this when it says what it has read. */
  readonly bundle: string;
  readonly #sink: FileSink;
  readonly #sodium: Sodium;
  #sum: Uint8Array;
  #frames = 0;
  #bytes = HEADER;

  private constructor(sink: FileSink, sodium: Sodium, salt: Uint8Array, sum: Uint8Array) {
    this.#sink = sink;
    this.#sodium = sodium;
    this.bundle = toBase64(salt);
    this.#sum = sum;
  }

  /** Begins a file of this chapter. */
  static async begin(sink: FileSink, owner: BytesOwner): Promise<StickFileWriter> {
    const sodium = await readySodium();
    const salt = sodium.randombytes_buf(SALT);
    const header = new Uint8Array(HEADER);
    header.set(new TextEncoder().encode(`${FIRST_LINE}${String(VERSION)}\n`));
    header.set(salt, LINE);
    header.set(markOf(sodium, owner, salt), LINE + SALT);
    const sum = sodium.crypto_generichash(SUM, header.subarray(0, HEADER - SUM), null);
    header.set(sum, HEADER - SUM);
    await sink.write(header);
    return new StickFileWriter(sink, sodium, salt, sum);
  }

  /** The place that the next frame will have. */
  get frames(): number {
    return this.#frames;
  }

  /** Bytes written so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Appends a frame with this sealed content. */
  async add(content: Uint8Array): Promise<void> {
    const frame = new Uint8Array(FRAME_HEAD + content.length);
    new DataView(frame.buffer).setUint32(0, content.length);
    this.#sum = sumOf(this.#sodium, this.#sum, this.#frames, content);
    frame.set(this.#sum, LENGTH);
    frame.set(content, FRAME_HEAD);
    await this.#sink.write(frame);
    this.#frames += 1;
    this.#bytes += frame.length;
  }
}

/** Reads the header, then frame after frame; each is looked at before it is handed out. */
export class StickFileReader {
  readonly bundle: string;
  readonly #source: FileSource;
  readonly #sodium: Sodium;
  #sum: Uint8Array;
  #frame = 0;
  #at = HEADER;

  private constructor(source: FileSource, sodium: Sodium, salt: Uint8Array, sum: Uint8Array) {
    this.#source = source;
    this.#sodium = sodium;
    this.bundle = toBase64(salt);
    this.#sum = sum;
  }

  /** Opens a file. Throws {@link StickProblem} where it is none, of a newer Convoca, damaged, or of another chapter. */
  static async open(source: FileSource, owner: BytesOwner): Promise<StickFileReader> {
    const sodium = await readySodium();
    const header = await source.read(0, HEADER);
    const line = /^CONVOCA-STICK-(\d{1,6})\n/.exec(new TextDecoder('latin1').decode(header.subarray(0, FIRST_LINE.length + 7)));
    if (!line) throw new StickProblem('not-a-stick');
    if (Number(line[1]) > VERSION) throw new StickProblem('newer-stick');
    if (header.length < HEADER) throw new StickProblem('cut-off');
    const sum = sodium.crypto_generichash(SUM, header.subarray(0, HEADER - SUM), null);
    if (!isSame(sum, header.subarray(HEADER - SUM))) throw new StickProblem('damaged');
    const salt = header.slice(LINE, LINE + SALT);
    if (!isSame(markOf(sodium, owner, salt), header.subarray(LINE + SALT, LINE + SALT + SUM))) throw new StickProblem('other-chapter');
    return new StickFileReader(source, sodium, salt, sum);
  }

  /** The place of the frame that comes next. */
  get frame(): number {
    return this.#frame;
  }

  /** Share of the file that lies behind, 0–1. */
  get share(): number {
    return this.#at / this.#source.size;
  }

  /** The sealed content of the next frame. Throws `cut-off` where the file ends before it does, or `damaged`. */
  async next(): Promise<Uint8Array> {
    const { length, sum } = await this.#head();
    const content = await this.#source.read(this.#at + FRAME_HEAD, length);
    if (content.length < length) throw new StickProblem('cut-off');
    if (!isSame(sumOf(this.#sodium, this.#sum, this.#frame, content), sum)) throw new StickProblem('damaged');
    this.#step(length, sum);
    return content;
  }

  /** Passes over a frame whose content is here already. */
  async skip(): Promise<void> {
    const { length, sum } = await this.#head();
    this.#step(length, sum);
  }

  async #head(): Promise<{ readonly length: number; readonly sum: Uint8Array }> {
    const head = await this.#source.read(this.#at, FRAME_HEAD);
    if (head.length < FRAME_HEAD) throw new StickProblem('cut-off');
    const length = new DataView(head.buffer, head.byteOffset).getUint32(0);
    if (length > LONGEST_FRAME) throw new StickProblem('damaged');
    return { length, sum: head.slice(LENGTH) };
  }

  #step(length: number, sum: Uint8Array): void {
    this.#at += FRAME_HEAD + length;
    this.#frame += 1;
    this.#sum = sum;
  }
}

/** Tells a PC of the chapter that the file is the chapter's, and nobody else anything. Under the first key, which all have. */
function markOf(sodium: Sodium, { chapter, ring }: BytesOwner, salt: Uint8Array): Uint8Array {
  const key = ring.derived('chapter', ring.first());
  if (!key) throw new Error('A chapter has no key.');
  return sodium.crypto_generichash(SUM, JSON.stringify(['convoca-stick', chapter, toBase64(salt)]), key.nonce);
}

function sumOf(sodium: Sodium, before: Uint8Array, place: number, content: Uint8Array): Uint8Array {
  const hash = sodium.crypto_generichash_init(null, SUM);
  const numbers = new Uint8Array(8);
  new DataView(numbers.buffer).setUint32(0, place);
  new DataView(numbers.buffer).setUint32(4, content.length);
  for (const part of [before, numbers, content]) sodium.crypto_generichash_update(hash, part);
  return sodium.crypto_generichash_final(hash, SUM);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => other[at] === byte);
}
