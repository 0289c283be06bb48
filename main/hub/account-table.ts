import { networkInterfaces } from 'node:os';
import type { FreshAccount } from './account-making.ts';
import { COLUMNS, type Sentence } from './words.ts';

/** Both languages, one a line. */
export function bothLanguages({ en, es }: Sentence): string {
  return `${en}\n${es}\n`;
}

/** The plain table that a person copies into Convoca's "Send and receive" on each computer. */
export function accountTable(addresses: readonly string[], accounts: readonly FreshAccount[]): string {
  const rows = [[COLUMNS.account, COLUMNS.password], ...accounts.map((account) => [account.name, account.password])];
  const width = Math.max(...rows.map(([account]) => account?.length ?? 0)) + 3;
  const lines = rows.map(([account = '', password = '']) => `  ${account.padEnd(width)}${password}`);
  return [`${COLUMNS.address}:`, ...addresses.map((address) => `  ${address}`), '', ...lines, ''].join('\n');
}

/**
 * The addresses other computers may try: those of this computer's networks when the hub is open to them (`0.0.0.0`),
 * otherwise the one it was given.
 */
export function addressHints(host: string, port: number): readonly string[] {
  if (host !== '0.0.0.0' && host !== '::') return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`];
  const found = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  const outer = found.filter((one) => one.family === 'IPv4' && !one.internal).map((one) => `http://${one.address}:${port}`);
  return outer.length > 0 ? outer : [`http://127.0.0.1:${port}`];
}
