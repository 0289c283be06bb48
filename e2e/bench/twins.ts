import { expect, type Page } from '@playwright/test';
import { openNewPerson } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';
import { median, percentile, row } from './figures.ts';
import { keyToPaint } from './key-to-paint.ts';

const members = inWords('es', 'members');
const merging = inWords('es', 'merging');

const TYPED = 'guadalupe hernandez';
/** Tasks that keep the screen from answering for longer are noticed (the browser tells of those from 50 ms on). */
const NOTICED = 50;

/** In the app as it stands open: who is offered while a new name is typed, and the search for everybody who is entered twice. */
export async function measureTwins(page: Page, count: number): Promise<void> {
  await goTo(page, '/members');
  await openNewPerson(page);
  await expect(page.getByLabel(members('person.field.nameAsWritten'), { exact: true })).toBeFocused();
  const keys: number[] = [];
  for (const letter of TYPED) keys.push(await keyToPaint(page, letter));
  await expect(page.getByRole('group', { name: members('alreadyHere.label') })).toBeVisible();
  row(`who is here already, one keystroke to the screen drawn again among ${String(count)}, median`, `${median(keys).toFixed(0)} ms`);
  row('who is here already, slowest keystroke', `${Math.max(...keys).toFixed(0)} ms`, 'target: under 50 ms');
  await page.getByLabel(members('person.field.nameAsWritten'), { exact: true }).fill('');

  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    Object.assign(window, { longTasks: tasks });
  });
  const began = Date.now();
  await page.locator('a[href="/members/duplicates"]').first().click();
  await expect(page.getByText(/^[\d,]+ par(es)? puede/)).toBeVisible({ timeout: 120_000 });
  const found = await page.getByText(/^[\d,]+ par(es)? puede/).innerText();
  const took = (Date.now() - began) / 1000;
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  row(`all who may be entered twice among ${String(count)} (${found})`, `${took.toFixed(1)} s`, 'target: under 10 s');
  const worst = tasks.length === 0 ? `none over ${String(NOTICED)} ms` : `${percentile(tasks, 1).toFixed(0)} ms, ${String(tasks.length)} over ${String(NOTICED)} ms`;
  row(`meanwhile the longest that the screen (${merging('title')}) did not answer`, worst);
}
