import { describe, expect, it } from 'vitest';
import { PAGES } from '../web/testing.ts';
import { appProtocol } from './app-protocol.ts';

const answer = appProtocol(PAGES, { forward: ({ url }) => Promise.resolve(new Response(`peer ${url}`)) });
const ask = (url: string, method = 'GET') => answer(new Request(url, { method }));

describe('app://convoca', () => {
  it('serves screens with the same policy as the browser host', async () => {
    const told = await ask('app://convoca/members');
    expect([told.status, told.headers.get('content-type'), await told.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<!doctype html>index',
    ]);
    expect(told.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('leads /sync/ to the proxy', async () => {
    expect(await (await ask('app://convoca/sync/server/chapter-abcdefgh', 'PUT')).text()).toBe('peer app://convoca/sync/server/chapter-abcdefgh');
    expect(await (await ask('app://convoca/sync')).text()).toContain('index');
  });

  it.each(['app://other/', 'app://other/sync/server/chapter-abcdefgh', 'app://convoca.evil/', 'app://convoca/gone.js'])('has no %s', async (url) => {
    expect((await ask(url)).status).toBe(404);
  });

  it('takes nothing but GET for pages', async () => {
    expect((await ask('app://convoca/', 'POST')).status).toBe(404);
  });
});
