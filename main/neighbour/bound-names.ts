import { createHash } from 'node:crypto';

/** The account by which this PC itself reaches its own hub. */
export function ownAccount(database: string): string {
  return `here-${shortHash(database)}`;
}

/** The account of another PC of the chapter: always the same for the same PC, so that it can be closed. */
export function neighbourAccount(database: string, device: string): string {
  return `pc-${shortHash(`${database} ${device}`)}`;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
