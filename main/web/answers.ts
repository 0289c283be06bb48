import type { IncomingMessage, ServerResponse } from 'node:http';
import { BadArguments, hostAnswerers, type HostCallName } from '../machine/host-calls.ts';
import type { Machine } from '../machine/machine.ts';
import { HOST_PREFIX } from './addresses.ts';
import type { Gate } from './gate.ts';
import { readText } from './web-request.ts';

/** A kept text has at most 1 MB, which JSON's escapes can make six times as long. */
const MOST_BYTES = 7 * 1024 * 1024;

/** Sends JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/**
 * Answers `/host/*` of a page that came to the right host from its own origin. Arguments are a JSON array; the answer
 * is `{value}`. 401 without the cookie of this run, 400 for arguments that do not fit, 500 with Node's error code when
 * the machine refuses (a full disk).
 */
export function hostPaths(gate: Gate, machine: Machine): (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<void> {
  const answerers = hostAnswerers(machine);
  return async (request, response, pathname) => {
    if (request.method !== 'POST') return sendJson(response, 405, { error: 'method' });
    const asked = pathname.slice(HOST_PREFIX.length);
    if (asked !== 'unlock' && !gate.letIn(request)) return sendJson(response, 401, { error: 'locked-out' });
    const text = await readText(request, MOST_BYTES);
    if (text === null) return sendJson(response, 413, { error: 'too-large' });
    if (asked === 'unlock') {
      const cookie = gate.unlock(text);
      if (cookie === null) return sendJson(response, 401, { error: 'locked-out' });
      response.setHeader('set-cookie', cookie);
      return sendJson(response, 200, { value: null });
    }
    const answerer = asked.startsWith('call/') ? answerers.get(asked.slice('call/'.length) as HostCallName) : undefined;
    if (!answerer) return sendJson(response, 404, { error: 'unknown' });
    try {
      sendJson(response, 200, { value: (await answerer(parse(text))) ?? null });
    } catch (error) {
      if (error instanceof BadArguments) return sendJson(response, 400, { error: 'arguments' });
      sendJson(response, 500, { error: 'machine', code: error instanceof Error && 'code' in error ? error.code : null });
    }
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
