import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';

/** Carries a request to this address, and its answer back as it comes; where either end goes, the other is ended. */
export function passThrough(url: string, request: IncomingMessage, response: ServerResponse): void {
  const asked = ask(url, { method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.once('error', () => response.destroy());
  });
  asked.once('error', () => response.destroy());
  response.once('close', () => asked.destroy());
  request.pipe(asked);
}
