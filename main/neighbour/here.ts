import { networkInterfaces } from 'node:os';

/** What people type elsewhere to reach this PC, `192.168.1.20:5986`; a host that is not "all networks" is the only one. */
export function addressesHere(port: number, host = '0.0.0.0'): readonly string[] {
  if (host !== '0.0.0.0') return [`${host}:${String(port)}`];
  const found = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  // Addresses that a PC gives itself (169.254) change with every start.
  const outer = found.filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'));
  return outer.map(({ address }) => `${address}:${String(port)}`);
}
