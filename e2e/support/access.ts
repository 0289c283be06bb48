import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Lang } from '../../shared/words/translate.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const WINDOW = { width: 1024, height: 768 };
/** What a window of 1024×768 shows at 200 % zoom, in CSS px. */
const ZOOMED = { width: 512, height: 384 };

/** More presses than this to get somewhere on a screen is out of reach. */
const MOST_TABS = 80;

/**
 * Looks at a screen as it stands: no violation of WCAG 2.2 AA in either language nor in high contrast, nothing scrolls
 * sideways at 1024×768, and everything that can be pressed or filled can be reached at 200 % zoom. Ends in Spanish.
 */
export async function lookAt(page: Page, screen: string): Promise<void> {
  for (const lang of ['en', 'es'] as const) {
    await switchTo(page, lang);
    await expectNoViolation(page, `${screen}, ${lang}`);
    expect.soft(await sideways(page), `${screen}, ${lang}: scrolls sideways`).toEqual([]);
    await page.setViewportSize(ZOOMED);
    await drawn(page);
    expect.soft(await sideways(page), `${screen}, ${lang}: scrolls sideways at 200 %`).toEqual([]);
    expect.soft(await unreachable(page), `${screen}, ${lang}: out of reach at 200 %`).toEqual([]);
    await page.setViewportSize(WINDOW);
  }
  await page.emulateMedia({ contrast: 'more' });
  await expectNoViolation(page, `${screen}, high contrast`);
  await page.emulateMedia({ contrast: null });
}

export async function switchTo(page: Page, lang: Lang): Promise<void> {
  await page.locator(`button[lang="${lang}"]`).click();
  await expect(page.locator('html')).toHaveAttribute('lang', lang === 'es' ? 'es-US' : 'en-US');
}

/** Axe finds nothing on the screen as it stands, in its language and colours. */
export async function expectNoViolation(page: Page, screen: string): Promise<void> {
  await drawn(page);
  // Axe looks into frames with the help of a page of its own, which it opens for every look: left out where there are none.
  const hasFrames = page.frames().length > 1;
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(!hasFrames).withTags(TAGS).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`);
  expect.soft(found, screen).toEqual([]);
}

/** Waits until the screen stands as it was asked to: sizes measured, colours no longer fading. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let count = 0; count < 3; count += 1) await frame();
    await Promise.allSettled(document.getAnimations().map((fading) => fading.finished));
  });
}

/** The window or the page's own scrolling part, when it is wider than it shows. */
function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [document.documentElement, document.body, ...document.querySelectorAll('main')]
      .filter((part) => part.scrollWidth > part.clientWidth)
      .map((part) => `${part.tagName} ${String(part.scrollWidth)} > ${String(part.clientWidth)}`),
  );
}

/** What can be pressed or filled and cannot be brought into the window by scrolling, or is covered there. */
function unreachable(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const lost: string[] = [];
    const all = document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, [role="combobox"], [role="option"]');
    for (const one of all) {
      if (!one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || one.closest('[aria-hidden="true"]') !== null) continue;
      // The link that jumps to the page comes into sight when it is focused.
      if (one.getBoundingClientRect().bottom < 0 && getComputedStyle(one).position === 'absolute') continue;
      one.scrollIntoView({ block: 'center', inline: 'center' });
      const box = one.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const hit = x < 0 || y < 0 ? null : document.elementFromPoint(x, y);
      const label = one instanceof HTMLInputElement ? one.closest('label') : null;
      const reached = hit !== null && (one.contains(hit) || hit.contains(one) || (label?.contains(hit) ?? false));
      let clipped = false;
      for (let part = one.parentElement; part !== null; part = part.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(part);
        // A program can scroll what is hidden; a person cannot.
        if ((overflowX === 'hidden' && part.scrollLeft !== 0) || (overflowY === 'hidden' && part.scrollTop !== 0)) {
          clipped = true;
          part.scrollTo(0, 0);
        }
      }
      if (clipped || !reached) lost.push(`${one.tagName} “${one.getAttribute('aria-label') ?? one.textContent.slice(0, 30)}”${clipped ? ' clipped' : ` at ${String(Math.round(x))},${String(Math.round(y))}`}`);
    }
    return lost;
  });
}

/** Presses Tab (or Shift+Tab) until the cursor is there, as someone without a mouse does. */
export async function tabTo(page: Page, there: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if (await there.evaluate((one) => one === document.activeElement || one.contains(document.activeElement))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not reach ${there.toString()}`);
}

/** Reaches it by Tab (or Shift+Tab) and presses Enter. */
export async function enterOn(page: Page, there: Locator, key?: 'Shift+Tab'): Promise<void> {
  await tabTo(page, there.first(), key);
  await page.keyboard.press('Enter');
}
