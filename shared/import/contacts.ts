import type { ContactPoint } from '../domain/person.ts';
import { randomToken } from '../domain/record.ts';
import { readEmail } from '../words/email.ts';
import { readPhone, type ReadPhone } from '../words/phone.ts';

const KEY_LENGTH = 10;

function phoneContact(asWritten: string, read: ReadPhone | null): ContactPoint {
  const base = { key: randomToken(KEY_LENGTH), kind: 'phone' as const, asWritten };
  // What cannot be read stays for a person to look at; it is never thrown away.
  if (!read) return { ...base, value: asWritten, status: 'unknown', check: true };
  return { ...base, value: read.e164, ...(read.check && { check: true }) };
}

/** The phones of one cell: one, or several with a slash, semicolon, line break, "o" or "or" between them. */
export function phonesOf(cell: string, areaCode: string): ContactPoint[] {
  const text = cell.trim();
  if (text === '') return [];
  const whole = readPhone(text, areaCode);
  if (whole) return [phoneContact(text, whole)];
  const pieces = text.split(/\s*(?:[/;,|\r\n]|\s(?:o|or|y|and|&)\s)\s*/i).filter((piece) => piece !== '');
  const read = pieces.map((piece) => readPhone(piece, areaCode));
  if (pieces.length < 2 || read.every((phone) => phone === null)) return [phoneContact(text, null)];
  return pieces.map((piece, at) => phoneContact(piece, read[at] ?? null));
}

/** The e-mail addresses of one cell; what is none stays as written with status unknown. */
export function emailsOf(cell: string): ContactPoint[] {
  const pieces = cell.split(/[\s;,/]+/).filter((piece) => piece !== '');
  const addresses = pieces.map(readEmail).filter((address) => address !== null);
  const written = addresses.length === pieces.length ? addresses : [cell.trim()];
  return written.map((value): ContactPoint => {
    const base = { key: randomToken(KEY_LENGTH), kind: 'email' as const, value, asWritten: value };
    return addresses.includes(value) ? base : { ...base, status: 'unknown', check: true };
  });
}
