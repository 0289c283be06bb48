import { expect, type Page } from '@playwright/test';
import { importList } from '../support/meeting-steps.ts';
import { startOffice } from '../support/office.ts';
import { startChapter, unlock } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';
import { median, percentile, row } from './figures.ts';
import { keyToPaint } from './key-to-paint.ts';
import { asList, inventPeople } from './people.ts';
import { measureTwins } from './twins.ts';

const QUERIES = ['hernandez lupita', 'smith perez', 'yupanqui refugio'];

/** The real app: a list of that many people brought in, and the search field answering while someone types. */
export async function measureApp(count: number): Promise<void> {
  const office = await startOffice({ wholeBrowser: true });
  try {
    const { page } = office;
    await startChapter(page);
    const buffer = Buffer.from(asList(inventPeople(count)), 'utf8');
    const began = Date.now();
    const added = await importList(page, { name: 'lista.csv', mimeType: 'text/csv', buffer });
    row(`${String(added)} rows brought in through the screens, from file to the end`, `${((Date.now() - began) / 1000).toFixed(1)} s`, 'target: under 60 s');
    const keys = await typeSearches(page);
    row('search field, one keystroke to the list drawn again, median', `${median(keys).toFixed(0)} ms`);
    row('search field, one keystroke to the list drawn again, slowest of 20', `${percentile(keys, 0.95).toFixed(0)} ms`);
    await page.keyboard.press('F12');
    const opened = Date.now();
    await unlock(page);
    await expect(page.getByRole('listbox', { name: inWords('es', 'members')('people.listLabel') }).getByRole('option').first()).toBeVisible({ timeout: 60_000 });
    row('unlocking with the passphrase, to the names on the screen', `${((Date.now() - opened) / 1000).toFixed(1)} s`, 'of which about 0.4 s is Argon2id');
    await measureTwins(page, added);
  } finally {
    await office.remove();
  }
}

/** Milliseconds from each key to the next painted frame after the screen has answered it. */
async function typeSearches(page: Page): Promise<number[]> {
  await goTo(page, '/members');
  const list = page.getByRole('listbox', { name: inWords('es', 'members')('people.listLabel') });
  await expect(list.getByRole('option').first()).toBeVisible();
  const times: number[] = [];
  for (const query of QUERIES) {
    await page.keyboard.press('F3');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.waitForTimeout(300);
    for (const letter of query) times.push(await keyToPaint(page, letter));
  }
  return times;
}
