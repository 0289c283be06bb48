import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeProxy } from '../../../main/proxy/proxy.ts';
import { sendWebResponse, toWebRequest } from '../../../main/web/web-request.ts';
import { freePort, startHub } from '../../support/processes.ts';
import { countWire, type CountedWire } from './counted-wire.ts';

/** The hub in a process of its own, the app's sync proxy before it, and a wire between them that counts. */
export interface HubUnderBench {
  readonly wire: CountedWire;
  /** Answers what a page of the bench asks under `/sync/`, as the app's host does; false for anything else. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** Whether answers and requests may be packed from now on. */
  pack(allowed: boolean): void;
  /** The chapter's database, made anew: empty, without checkpoints. */
  empty(database: string): Promise<void>;
  /** How many records it holds. */
  count(database: string): Promise<number>;
  remove(): Promise<void>;
}

const ADMIN = /^\W*(admin)\s+(\S{20,})/;

/** Starts it as `npm run hub` does. Each side of the bench asks through it, so what proxy and counting cost, all pay. */
export async function startHubUnderBench(): Promise<HubUnderBench> {
  const data = mkdtempSync(path.join(tmpdir(), 'convoca-bench-hub-'));
  const port = await freePort();
  // A new hub shows its administrator's password once it listens.
  const running = await startHub(['--port', String(port), '--data', data], ADMIN);
  const [, account = '', password = ''] = ADMIN.exec(running.line) ?? [];
  const wire = await countWire(port);
  const credentials = { id: 'server', kind: 'server' as const, address: wire.address, account, password, label: 'hub' };
  const proxy = makeProxy({ credentials: () => Promise.resolve(credentials) });
  const authorization = `Basic ${Buffer.from(`${account}:${password}`).toString('base64')}`;
  const ask = async (method: string, database: string): Promise<Response> => {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/${database}`, { method, headers: { authorization } });
    if (!answer.ok && answer.status !== 404) throw new Error(`${method} ${database}: ${String(answer.status)}`);
    return answer;
  };
  let mayPack = true;
  return {
    wire,
    pack: (allowed) => (mayPack = allowed),
    answer(request, response) {
      if (request.url?.startsWith('/sync/') !== true) return false;
      if (!mayPack) delete request.headers['accept-encoding'];
      const origin = `http://${request.headers.host ?? 'localhost'}`;
      void proxy.forward(toWebRequest(request, response, origin)).then((answer) => sendWebResponse(answer, response));
      return true;
    },
    async empty(database) {
      await ask('DELETE', database);
      await ask('PUT', database);
    },
    count: async (database) => ((await (await ask('GET', database)).json()) as { readonly doc_count: number }).doc_count,
    async remove() {
      wire.close();
      await running.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
