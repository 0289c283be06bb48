import type { FileSink, FileSource } from '../../host.ts';

/** A stick in a test: what was written to it can be read, or damaged first. */
export class TestStick {
  bytes = new Uint8Array();
  readonly #pieces: Uint8Array[] = [];
  abandoned = false;

  /** Pieces as they were written. */
  get pieces(): readonly Uint8Array[] {
    return this.#pieces;
  }

  /** `room`: bytes after which it is full. */
  sink(room = Infinity): FileSink {
    let written = 0;
    return {
      write: (piece) => {
        written += piece.length;
        if (written > room) return Promise.reject(new Error('The host did not do what the page asked (ENOSPC).'));
        this.#pieces.push(piece.slice());
        return Promise.resolve();
      },
      finish: () => {
        this.bytes = new Uint8Array(this.#pieces.reduce((sum, { length }) => sum + length, 0));
        let at = 0;
        for (const piece of this.#pieces) {
          this.bytes.set(piece, at);
          at += piece.length;
        }
        return Promise.resolve(true);
      },
      abandon: () => Promise.resolve(void (this.abandoned = true)),
    };
  }

  source(bytes = this.bytes): FileSource {
    return { size: bytes.length, read: (from, length) => Promise.resolve(bytes.slice(from, from + length)), close: () => Promise.resolve() };
  }
}
