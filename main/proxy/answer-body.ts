import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { PeerTrouble } from './problem.ts';

/** What a small answer (database information, an error) may have at most, in bytes. */
const SMALL = 64 * 1024;

/** The text of an answer that ought to be small. Rejects with `damaged-answer` when it is longer or breaks off. */
export async function readSmall(answer: IncomingMessage, most: number = SMALL): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for await (const piece of answer) {
      bytes += (piece as Uint8Array).byteLength;
      if (bytes > most) throw new PeerTrouble('damaged-answer');
      text += decoder.decode(piece as Uint8Array, { stream: true });
    }
  } catch (error) {
    answer.destroy();
    throw error instanceof PeerTrouble ? error : new PeerTrouble('damaged-answer');
  }
  return text + decoder.decode();
}

/**
 * An answer's body as a web stream; cancelling it, as the page does when it breaks off, ends the peer's answer too. One
 * that goes on beyond `most` bytes (as they come over the line) breaks off.
 */
export function bodyStream(answer: IncomingMessage, most: number): ReadableStream<Uint8Array> {
  let bytes = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform: (piece, controller) => {
      bytes += piece.byteLength;
      if (bytes > most) controller.error(new PeerTrouble('too-large'));
      else controller.enqueue(piece);
    },
  });
  return (Readable.toWeb(answer) as ReadableStream<Uint8Array>).pipeThrough(counted);
}
