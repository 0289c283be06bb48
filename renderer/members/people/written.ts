/** What is kept of a typed text: nothing for an empty one. */
export function written(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}

/** The words of a typed list with commas between them, each once; nothing for none. */
export function writtenList(text: string): string[] | undefined {
  const words = [...new Set(text.split(',').map((word) => word.trim()).filter((word) => word !== ''))];
  return words.length === 0 ? undefined : words;
}
