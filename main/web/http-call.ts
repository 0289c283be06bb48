import { HOST_GONE, hostTroubleMessage, LOCKED_OUT } from '../../shared/host.ts';
import type { Call } from '../machine/page-host.ts';
import { HOST_PREFIX } from './addresses.ts';

/** Calls by HTTP to the page's own origin, after `unlocked`. `lockOut` hears when the host does not know this page. */
export function httpCall(unlocked: Promise<void>, lockOut: () => void): Call {
  const call = async (name: string, ...args: unknown[]): Promise<unknown> => {
    await unlocked;
    const answer = await fetch(`${HOST_PREFIX}call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args),
    }).catch(() => {
      throw new Error(hostTroubleMessage(HOST_GONE));
    });
    if (answer.status === 401) {
      lockOut();
      throw new Error(hostTroubleMessage(LOCKED_OUT));
    }
    const body: unknown = await answer.json().catch(() => null);
    if (!answer.ok) throw new Error(hostTroubleMessage(errorCode(body)));
    return typeof body === 'object' && body !== null && 'value' in body ? body.value : null;
  };
  // The host's side is held to the same table of calls (host-calls.ts), so what it sends is what the name says.
  return call as Call;
}

function errorCode(body: unknown): string {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null;
  return typeof code === 'string' ? code : 'refused';
}
