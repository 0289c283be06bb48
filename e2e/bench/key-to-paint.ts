import type { Page } from '@playwright/test';

/** Milliseconds from pressing a key to the frame that shows what it changed. */
export async function keyToPaint(page: Page, letter: string): Promise<number> {
  await page.evaluate(() => {
    const answer = new Promise<number>((resolve) => {
      window.addEventListener(
        'keydown',
        () => {
          const pressed = performance.now();
          // Two frames: the first paints what the key changed, the second begins after that.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - pressed)));
        },
        { once: true, capture: true },
      );
    });
    Object.assign(window, { keyToPaint: answer });
  });
  await page.keyboard.press(letter === ' ' ? 'Space' : letter);
  return page.evaluate(() => (window as unknown as { keyToPaint: Promise<number> }).keyToPaint);
}
