import { createContext, use, type ReactNode } from 'react';
import type { Host } from '../../shared/host.ts';

const HostContext = createContext<Host | null>(null);

/** Gives the machine (design §6) to every screen below. */
export function HostProvider({ host, children }: { host: Host; children: ReactNode }) {
  return <HostContext value={host}>{children}</HostContext>;
}

/** The Host contract: files, printing, small secrets, sending and receiving. */
export function useHost(): Host {
  const host = use(HostContext);
  if (host === null) throw new Error('useHost outside of HostProvider');
  return host;
}
