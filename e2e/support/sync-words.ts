import { expect, type Page } from '@playwright/test';
import { clockTime } from '../../shared/words/moment.ts';
import type { Lang } from '../../shared/words/translate.ts';
import { goTo, inWords } from './words.ts';

const MINUTE = 60_000;

/** How a moment of today may be written between these two, ms since 1970. */
export function timesBetween(from: number, to: number, said: (moment: Date) => string = clockTime): readonly string[] {
  const minutes = Math.ceil((to - from) / MINUTE) + 1;
  return Array.from({ length: minutes }, (_one, at) => said(new Date(Math.min(from + at * MINUTE, to))));
}

/** The peer and the time of "Everything is at headquarters, as of 10:42"; null when the page does not say that. */
export async function saidSafe(page: Page, lang: Lang): Promise<string | null> {
  const [before = '', after = ''] = inWords(lang, 'sync')('state.safe', { peer: inWords(lang, 'sync')('connection.labelDefault'), when: '|' }).split('|');
  const said = page.locator('main').getByText(before);
  if ((await said.count()) === 0) return null;
  return (await said.first().innerText()).slice(before.length).replace(after, '').trim();
}

/** The page says that everything is at headquarters as of a moment between these two, and the bar above says the same. */
export async function expectSafeBetween(page: Page, lang: Lang, from: number, until?: number): Promise<void> {
  const t = inWords(lang, 'sync');
  await goTo(page, '/sync');
  const bar = page.getByRole('banner').locator('a[href="/sync"]');
  let when = '';
  const saidTwice = async (): Promise<void> => {
    when = (await saidSafe(page, lang)) ?? '';
    expect(when).not.toBe('');
    // An exchange that begins by itself meanwhile says so in the bar, and makes the time a later one.
    await expect(bar).toContainText(`${t('slot.safe', { peer: t('connection.labelDefault') })}${t('slot.asOf', { when })}`, { timeout: 500 });
  };
  await expect(saidTwice).toPass({ timeout: 90_000, intervals: [100] });
  expect(timesBetween(from, until ?? Date.now())).toContain(when);
}

/** Neither the page nor the bar says that everything is anywhere. */
export async function expectNotSafe(page: Page, lang: Lang): Promise<void> {
  const t = inWords(lang, 'sync');
  expect(await saidSafe(page, lang)).toBeNull();
  await expect(page.getByRole('banner').locator('a[href="/sync"]')).not.toContainText(t('slot.safe', { peer: t('connection.labelDefault') }));
}
