import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Words = { readonly [key: string]: string | Words };

/** Every key of a namespace with its text, keys joined by dots. */
export function flatten(words: Words, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

/** The names between {{ and }} of a text, sorted; what stands after a comma is formatting. */
export function placeholders(text: string): string {
  const names = [...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map(([, name]) => name);
  return [...new Set(names)].sort().join(' ');
}

/** What is wrong between the two languages of one namespace, a sentence each. */
export function compareLanguages(namespace: string, en: Words, es: Words): string[] {
  const english = flatten(en);
  const spanish = flatten(es);
  const problems: string[] = [];
  for (const key of new Set([...english.keys(), ...spanish.keys()])) {
    const [left, right] = [english.get(key), spanish.get(key)];
    if (left === undefined) problems.push(`${namespace}:${key} has no English text`);
    else if (right === undefined) problems.push(`${namespace}:${key} has no Spanish text`);
    else if (left.trim() === '' || right.trim() === '') problems.push(`${namespace}:${key} is empty`);
    else if (placeholders(left) !== placeholders(right)) problems.push(`${namespace}:${key} has other placeholders in Spanish`);
  }
  return problems;
}

/** Compares all namespaces below `folder`; returns the problems and how many texts there are. */
export function checkWords(folder: string): { readonly problems: readonly string[]; readonly texts: number } {
  const read = (lang: string, file: string): Words => JSON.parse(readFileSync(path.join(folder, lang, file), 'utf8')) as Words;
  const files = (lang: string): string[] => readdirSync(path.join(folder, lang)).sort();
  const problems: string[] = [];
  let texts = 0;
  if (files('en').join() !== files('es').join()) problems.push('The two languages have different files.');
  for (const file of files('en').filter((name) => files('es').includes(name))) {
    problems.push(...compareLanguages(file.replace('.json', ''), read('en', file), read('es', file)));
    texts += flatten(read('en', file)).size;
  }
  return { problems, texts };
}
