import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';

/** The longest piece that a page may ask for at once. */
export const LONGEST_PIECE = 256_000_000;

interface Saving {
  readonly file: FileHandle;
  readonly path: string;
  readonly part: string;
}

/**
 * Files that a page writes or reads piece by piece. What is being written has another name until it is whole and on
 * the disk, so that a stick that was pulled out holds no half file under the right name.
 */
export class FilePieces {
  readonly #saving = new Map<string, Saving>();
  readonly #reading = new Map<string, FileHandle>();

  /** Begins a file at that path. */
  async beginSaving(path: string): Promise<string> {
    const part = `${path}.part`;
    return put(this.#saving, { file: await open(part, 'w'), path, part });
  }

  /** Appends to it. Rejects with Node's code, such as `ENOSPC`. */
  async write(handle: string, piece: Uint8Array): Promise<void> {
    await (this.#saving.get(handle) ?? unknown()).file.appendFile(piece);
  }

  /** Gives it its name when it is on the disk, or takes it away. A handle that was ended already does nothing more. */
  async endSaving(handle: string, keep: boolean): Promise<void> {
    const saving = this.#saving.get(handle);
    if (!saving) return keep ? unknown() : undefined;
    this.#saving.delete(handle);
    try {
      if (keep) await saving.file.sync();
    } catch (problem) {
      await saving.file.close();
      await rm(saving.part, { force: true });
      throw problem;
    }
    await saving.file.close();
    if (keep) await rename(saving.part, saving.path);
    else await rm(saving.part, { force: true });
  }

  /** Opens a file to be read. */
  async open(path: string): Promise<{ readonly handle: string; readonly size: number }> {
    const { size } = await stat(path);
    return { handle: put(this.#reading, await open(path, 'r')), size };
  }

  /** Up to `length` bytes from that place; fewer only where the file ends. */
  async read(handle: string, from: number, length: number): Promise<Uint8Array> {
    const file = this.#reading.get(handle) ?? unknown();
    const { size } = await file.stat();
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - from)));
    let got = 0;
    while (got < bytes.length) {
      const { bytesRead } = await file.read(bytes, got, bytes.length - got, from + got);
      if (bytesRead === 0) break;
      got += bytesRead;
    }
    return bytes.subarray(0, got);
  }

  async close(handle: string): Promise<void> {
    const file = this.#reading.get(handle);
    this.#reading.delete(handle);
    await file?.close();
  }
}

function put<T>(files: Map<string, T>, file: T): string {
  const handle = randomUUID();
  files.set(handle, file);
  return handle;
}

function unknown(): never {
  throw Object.assign(new Error('This file is not open.'), { code: 'EBADF' });
}
