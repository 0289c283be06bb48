const ADDRESS = /^[^\s@,;<>()[\]"]+@[^\s@,;<>()[\]"]+\.[^\s@.,;<>()[\]"]{2,}$/;

/** The e-mail address in a text, without `mailto:` and outer spaces, its domain in lower case; null when it is none. */
export function readEmail(text: string): string | null {
  const bare = text.trim().replace(/^mailto:/i, '').replace(/^<(.*)>$/, '$1').replace(/[.,;]+$/, '');
  if (bare.length > 254 || !ADDRESS.test(bare) || bare.includes('..')) return null;
  const at = bare.lastIndexOf('@');
  return bare.slice(0, at) + bare.slice(at).toLowerCase();
}
