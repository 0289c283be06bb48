/** The address without what people paste around it; null when it is none. A name in it would be a password: refused. */
export function readAddress(typed: string): string | null {
  const text = typed.trim().replace(/\/+$/, '');
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '' ? url.href.replace(/\/+$/, '') : null;
}
