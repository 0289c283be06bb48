/** `12-<instance>`: the update sequence of one particular database, opaque to clients as CouchDB's are. */
export function sequenceText(seq: number, instance: string): string {
  return `${seq}-${instance}`;
}

/**
 * The number in a sequence. 0 when it was given out by another database of the same name (deleted and made anew), so
 * that its readers start over instead of missing records; null when the text is no sequence. A bare number is taken as ours.
 */
export function readSequence(text: string, instance: string): number | null {
  const match = /^"?([0-9]{1,15})(?:-([0-9A-Za-z_-]{1,200}))?"?$/.exec(text);
  if (match === null) return null;
  return match[2] === undefined || match[2] === instance ? Number(match[1]) : 0;
}
