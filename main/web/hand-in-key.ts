import { HOST_PREFIX } from './addresses.ts';

/**
 * Takes the key of the run out of the address, so that it stays in no history and no bookmark, and hands it in for the
 * cookie. A wrong or missing key is no error yet: the cookie may be there from before.
 */
export async function handInKey(): Promise<void> {
  const key = /^#key=([A-Za-z0-9_-]+)$/.exec(location.hash)?.[1];
  if (key === undefined) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  await fetch(`${HOST_PREFIX}unlock`, { method: 'POST', body: key }).catch(() => undefined);
}
