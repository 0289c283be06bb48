import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Lang } from '../../shared/words/translate.ts';

/** The two screens that offices have (domain §6.1), in px. */
const WIDTHS = [1024, 1366] as const;
const HEIGHT = 768;

/** Switches the language as people do. */
export async function speak(page: Page, lang: Lang): Promise<void> {
  await page.locator(`button[lang="${lang}"]`).click();
}

/** Waits until nothing fades any more and the pointer is out of the way. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  await page.waitForTimeout(300);
}

/** Takes one picture of the window as it stands, 1024×768. */
export async function takeOne(page: Page, file: string): Promise<void> {
  await page.setViewportSize({ width: WIDTHS[0], height: HEIGHT });
  await settle(page);
  await page.screenshot({ path: file });
}

/**
 * Takes the screen in both languages and both sizes, as `name-es-1024.png`; ends as it began, in Spanish and 1024 wide.
 * `arrange` is done again before each picture, for what a press on the language switch puts away.
 */
export async function takeAll(page: Page, folder: string, name: string, arrange: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const lang of ['en', 'es'] as const) {
    await speak(page, lang);
    for (const width of [...WIDTHS].reverse()) {
      await page.setViewportSize({ width, height: HEIGHT });
      await arrange();
      await settle(page);
      await page.screenshot({ path: path.join(folder, `${name}-${lang}-${String(width)}.png`) });
    }
  }
}
