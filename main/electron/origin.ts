/** The renderer's scheme and origin, fixed for ever: changing them loses every office's records (design §6). */
export const SCHEME = 'app';
export const ORIGIN = 'app://convoca';

/** What the scheme may do; to be registered before Electron is ready. */
export const SCHEME_PRIVILEGES = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
} as const;

/**
 * Whether an address is one of our own pages. Node gives schemes it does not know no origin, so the parsed scheme and
 * host are compared; comparing the text's beginning would let `app://convoca.evil` in.
 */
export function isOurPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && host === 'convoca' && username === '' && password === '';
}
