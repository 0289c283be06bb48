import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { findElectron, hasDisplay } from '../../build/electron-binary.ts';
import { inRepo } from '../../build/targets.ts';
import { startChapter, unlock } from '../support/steps.ts';

const binary = findElectron();
const why = binary === null ? 'Electron’s program is not on this computer' : 'there is no display';

/** The desktop program itself. These run wherever Electron's binary and a display are, and say so where they are not. */
test.describe('in Electron', () => {
  test.skip(binary === null || !hasDisplay(), `NOT RUN: ${why}.`);

  test('starts a chapter, keeps it, and opens it again with its passphrase', async () => {
    const data = mkdtempSync(path.join(tmpdir(), 'convoca-electron-'));
    const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const launch = (): ReturnType<typeof _electron.launch> =>
      _electron.launch({ executablePath: binary ?? '', args: [...flags, inRepo('.'), `--data=${data}`, '--lang=es'] });
    try {
      const first = await launch();
      const page = await first.firstWindow();
      expect(new URL(page.url()).origin).toBe('app://convoca');
      expect(await page.evaluate(() => 'require' in globalThis || 'process' in globalThis)).toBe(false);
      await startChapter(page);
      await page.evaluate(() => window.open('https://example.org'));
      expect(first.windows()).toHaveLength(1);
      await first.close();
      const second = await launch();
      await unlock(await second.firstWindow());
      await expect((await second.firstWindow()).getByRole('navigation').first()).toBeVisible();
      await second.close();
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  });
});
