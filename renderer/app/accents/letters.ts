/** Letters that a keyboard of the United States lacks, in the order in which Spanish readers look for them (domain §6.2). */
export const ACCENTED = ['á', 'é', 'í', 'ó', 'ú', 'ü', 'ñ', '¿', '¡'] as const;

/** By the sign that is typed first, the letters it makes of the one typed after it. */
const COMPOSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "'": { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú' },
  '~': { n: 'ñ' },
  ':': { u: 'ü' },
};

/**
 * The letter that a sign and the key after it make together, in the key's case; null where they stay what they are, as the
 * apostrophe of O'Neill does.
 */
export function composed(sign: string, key: string): string | null {
  const letter = COMPOSED[sign]?.[key.toLowerCase()];
  if (letter === undefined) return null;
  return key === key.toLowerCase() ? letter : letter.toUpperCase();
}
