import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/**
 * Which of these texts stand in any file below the folder, in any of the encodings in which LevelDB and IndexedDB keep
 * texts. Gives the texts found and how many bytes were looked at, so that an empty folder cannot pass as a clean one.
 */
export function searchBytes(folder: string, texts: readonly string[]): { readonly found: readonly string[]; readonly bytes: number } {
  const all = Buffer.concat(filesBelow(folder).map((file) => new Uint8Array(readFileSync(file))));
  const found = texts.filter((text) =>
    (['utf8', 'utf16le', 'latin1'] as const).some((encoding) => all.includes(Buffer.from(text, encoding))),
  );
  return { found, bytes: all.length };
}

/** The names, long words of names, phones and e-mails of a list whose columns are name, institution, phone, e-mail. */
export function secretsOf(list: string): readonly string[] {
  const secrets = new Set<string>();
  for (const line of list.split(/\r?\n/).slice(1)) {
    const [name = '', , phone = '', email = ''] = line.split(',');
    // Shorter words could stand in sealed bytes by chance.
    for (const text of [name, ...name.split(/\s+/)]) if (text.trim().length >= 8) secrets.add(text.trim());
    const digits = phone.replace(/\D/g, '');
    if (digits.length >= 7) for (const text of [phone, digits, `+1${digits.slice(-10)}`]) secrets.add(text);
    if (email !== '') secrets.add(email);
  }
  return [...secrets];
}
