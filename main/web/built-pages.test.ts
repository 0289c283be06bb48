import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBuiltPages, type BuiltPages } from './built-pages.ts';

let folder = '';
let pages: BuiltPages;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'built-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'renderer', 'index.html'), 'index');
  writeFileSync(join(folder, 'renderer', 'assets', 'a-12.woff2'), 'font');
  pages = await openBuiltPages(join(folder, 'renderer'), new TextEncoder().encode('host'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const text = (pathname: string): string | null => {
  const file = pages(pathname);
  return file && new TextDecoder().decode(file.bytes);
};

describe('built pages', () => {
  it('are found by their path, with their type', () => {
    expect([text('/index.html'), text('/assets/a-12.woff2'), text('/host.js')]).toEqual(['index', 'font', 'host']);
    expect(pages('/assets/a-12.woff2')).toMatchObject({ type: 'font/woff2', hashed: true });
    expect(pages('/index.html')).toMatchObject({ type: 'text/html; charset=utf-8', hashed: false });
  });

  it.each(['/', '/members', '/meetings/gathering:abc/sheet'])('%s is a screen', (pathname) => {
    expect(text(pathname)).toBe('index');
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..\\secret.txt', '/assets/../../secret.txt', '//secret.txt', '/gone.js', '/etc/passwd.txt'])(
    '%s is nothing',
    (pathname) => {
      expect(text(pathname)).toBeNull();
    },
  );

  it('does not change under a running host', () => {
    writeFileSync(join(folder, 'renderer', 'index.html'), 'newer');
    expect(text('/')).toBe('index');
  });
});
