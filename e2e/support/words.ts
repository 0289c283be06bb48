import type { Page } from '@playwright/test';
import { translator, type Lang, type Namespace } from '../../shared/words/translate.ts';

/** Finds what people see by the app's own words, so that journeys break when a text is missing, not when it is bettered. */
export function inWords<N extends Namespace>(lang: Lang, namespace: N): ReturnType<typeof translator<N>> {
  return translator(lang, namespace);
}

/** Goes to a place by the rail, as people do. */
export async function goTo(page: Page, path: '/' | '/members' | '/meetings' | '/sync' | '/office'): Promise<void> {
  await page.locator(`nav a[href="${path}"]`).first().click();
}
