import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { startOffice, type Office } from '../support/office.ts';
import { addPerson, invite, join, startChapter } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const stick = inWords('es', 'stick');

let first: Office;
let second: Office;
test.beforeEach(async () => {
  [first, second] = await Promise.all([startOffice(), startOffice({ width: 1366 })]);
});
test.afterEach(async () => {
  await first.remove();
  await second.remove();
});

interface StickFile {
  readonly name: string;
  readonly buffer: Buffer;
}

async function save(page: Page): Promise<StickFile> {
  await goTo(page, '/sync');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: stick('save') }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^convoca-\d{4}-\d{2}-\d{2}\.convoca-stick$/);
  return { name: saved.suggestedFilename(), buffer: readFileSync(await saved.path()) };
}

/** Puts the focus on the button as soon as it can be pressed: what is to be saved is counted first. */
async function focusOnSave(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: stick('save') });
  await expect(button).toBeEnabled();
  await button.focus();
}

async function read(page: Page, { name, buffer }: StickFile): Promise<void> {
  await goTo(page, '/sync');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: stick('read') }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** Where the sentence begins that is the same whatever time it names. */
function beginning(text: string): string {
  return text.split('|')[0] ?? '';
}

/** How it ends after that time. */
function ending(text: string): string {
  return text.split('|').at(-1) ?? '';
}

async function expectRead(page: Page, from: string): Promise<void> {
  await expect(page.getByText(beginning(stick('readFrom', { name: from, when: '|' })))).toBeVisible({ timeout: 30_000 });
}

test('two offices that have no network keep each other up to date with a file between them', async () => {
  await startChapter(first.page);
  await addPerson(first.page, 'Lupita Hernández Ríos');
  await join(second.page, await invite(first.page));
  await addPerson(second.page, 'Wilmer Cruz');

  const there = await save(first.page);
  expect(there.buffer.toString('latin1')).not.toContain('Lupita');
  await expect(first.page.getByText(ending(stick('standing.onStick', { when: '|' })))).toBeVisible();
  await read(second.page, there);
  await expectRead(second.page, 'Oficina 1');

  const back = await save(second.page);
  await read(first.page, back);
  await expectRead(first.page, 'Oficina 2');
  await expect(first.page.getByText(ending(stick('standing.readAt', { when: '|', names: 'Oficina 2' })))).toBeVisible();
  for (const { page } of [first, second]) {
    await goTo(page, '/members');
    await expect(page.getByText('Hernández Ríos, Lupita').first()).toBeVisible();
    await expect(page.getByText('Cruz, Wilmer').first()).toBeVisible();
  }

  // From now on only what the other lacks; and a file that was cut off says so, loses nothing and is made good.
  await addPerson(first.page, 'Ana Morales');
  const next = await save(first.page);
  expect(next.buffer.length).toBeLessThan(there.buffer.length);
  await read(second.page, { ...next, buffer: next.buffer.subarray(0, next.buffer.length - 10) });
  await expect(second.page.getByText(stick('problem.cut-off'))).toBeVisible();
  await read(second.page, { ...next, buffer: Buffer.from('Nombre,Teléfono\n') });
  await expect(second.page.getByText(stick('problem.not-a-stick'))).toBeVisible();
  await read(second.page, next);
  await expectRead(second.page, 'Oficina 1');
  await goTo(second.page, '/members');
  await expect(second.page.getByText('Morales, Ana').first()).toBeVisible();
});

test('the keyboard alone saves and reads, and another chapter’s file is refused', async () => {
  await Promise.all([startChapter(first.page), startChapter(second.page)]);
  await goTo(first.page, '/sync');
  const download = first.page.waitForEvent('download');
  await focusOnSave(first.page);
  await first.page.keyboard.press('Enter');
  const saved = await download;
  await expect(first.page.getByText(stick('whereBrowser'))).toBeVisible();
  await goTo(second.page, '/sync');
  const chooser = second.page.waitForEvent('filechooser');
  await focusOnSave(second.page);
  await second.page.keyboard.press('Tab');
  await expect(second.page.getByRole('button', { name: stick('read') })).toBeFocused();
  await second.page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: 'a.convoca-stick', mimeType: 'application/octet-stream', buffer: readFileSync(await saved.path()) });
  await expect(second.page.getByText(stick('problem.other-chapter'))).toBeVisible();
});
