/** Where a PC that shares listens unless another program has the port. */
export const NEIGHBOUR_PORT = 5986;

/**
 * `192.168.1.20`, `192.168.1.20:6000`, `rosa.local` or what a person copied with `http://` in front, as an origin; null
 * when it is none. TLS is not spoken between neighbours: records are sealed anyway (design §7).
 */
export function readTypedAddress(typed: string): string | null {
  const bare = typed.trim().replace(/^http:\/\//i, '').replace(/\/+$/, '');
  if (bare === '' || bare.length > 253 || !/^(\[[0-9a-f:.]+\]|[^\s/?#@:\\]+)(:\d{1,5})?$/i.test(bare)) return null;
  const withPort = /:\d+$/.test(bare.replace(/^\[.*\]/, '')) ? bare : `${bare}:${String(NEIGHBOUR_PORT)}`;
  if (!URL.canParse(`http://${withPort}`)) return null;
  const url = new URL(`http://${withPort}`);
  return url.port === '0' ? null : `http://${url.hostname}:${url.port === '' ? '80' : url.port}`;
}
