import { expect, test, type Locator, type Page } from '@playwright/test';
import { lookAt } from '../support/access.ts';
import { searchBytes } from '../support/byte-search.ts';
import { sheetPdf } from '../support/meeting-steps.ts';
import { startOffice, type Office } from '../support/office.ts';
import { addPerson, PASSPHRASE, startChapter, unlock } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const users = inWords('es', 'users');
const opening = inWords('es', 'opening');
const members = inWords('es', 'members');
const shell = inWords('es', 'shell');

const ELENA = { name: 'Elena Zúñiga', passphrase: 'cuatro sillas en la sala' };
const NEW_PASSPHRASE = 'una frase nueva para Rosa';

/** All tests go on from where the one before left the office. */
test.describe.configure({ mode: 'serial' });

let here: Office;
let words: readonly string[] = [];
test.beforeAll(async () => {
  here = await startOffice();
  await startChapter(here.page);
});
test.afterAll(async () => {
  await here.remove();
});

const inside = (page: Page): Locator => page.getByRole('navigation').first();

async function openAs(page: Page, passphrase: string): Promise<void> {
  await unlock(page, passphrase);
  await expect(inside(page)).toBeVisible({ timeout: 30_000 });
}

async function lock(page: Page): Promise<void> {
  await page.keyboard.press('F12');
  await expect(page.getByLabel(opening('unlock.passphrase'), { exact: true })).toBeVisible({ timeout: 30_000 });
}

async function typeNewPassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel(opening('passphrase.label'), { exact: true }).fill(passphrase);
  await page.getByLabel(opening('passphrase.again'), { exact: true }).fill(passphrase);
}

async function newPerson(page: Page, name: string): Promise<void> {
  await addPerson(page, name);
  await page.getByRole('button', { name: members('newPerson.ready') }).click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}

const notesPart = (page: Page): Locator => page.getByRole('button', { name: members('person.part.notes') });

test('the founder adds a volunteer, who opens with a passphrase of their own and has no field for organizers', async () => {
  const { page } = here;
  await newPerson(page, 'Lupita Hernández Ríos');
  await expect(notesPart(page)).toBeVisible();
  await goTo(page, '/office');
  await page.getByRole('button', { name: users('section.manage') }).click();
  await page.getByRole('button', { name: users('people.add') }).click();
  await page.getByRole('button', { name: users('people.addAction'), exact: true }).click();
  await expect(page.getByText(users('missing.name'))).toBeVisible();
  await page.getByLabel(users('people.name'), { exact: true }).fill(ELENA.name);
  await typeNewPassphrase(page, PASSPHRASE);
  await page.getByRole('button', { name: users('people.addAction'), exact: true }).click();
  await expect(page.getByText(users('problem.passphrase-taken'))).toBeVisible({ timeout: 30_000 });
  await lookAt(page, 'people, adding');
  await typeNewPassphrase(page, ELENA.passphrase);
  await page.getByRole('button', { name: users('people.addAction'), exact: true }).click();
  await expect(page.getByText(users('people.added', { name: ELENA.name }))).toBeVisible({ timeout: 30_000 });
  await lookAt(page, 'people');
  await lock(page);

  await openAs(page, ELENA.passphrase);
  await newPerson(page, 'Wilmer Cruz');
  await expect(page.getByRole('button', { name: members('person.part.contacts') })).toBeVisible();
  await expect(notesPart(page)).toHaveCount(0);
  await expect(page.getByRole('link', { name: members('places.import') })).toHaveCount(0);
  await goTo(page, '/office');
  await expect(page.getByText(users('section.me', { name: ELENA.name, role: 'Voluntario(a) de captura' }))).toBeVisible();
  await expect(page.getByRole('button', { name: users('section.manage') })).toHaveCount(0);
  await lock(page);
});

test('the founder removes the volunteer, whose passphrase opens nothing any more; what they typed stays', async () => {
  const { page } = here;
  await openAs(page, PASSPHRASE);
  await goTo(page, '/members');
  await expect(page.getByText('Cruz, Wilmer').first()).toBeVisible();
  await goTo(page, '/office');
  await page.getByRole('button', { name: users('section.manage') }).click();
  await page.getByRole('button', { name: users('people.removeNamed', { name: 'Rosa' }) }).click();
  await page.getByRole('button', { name: users('people.removeAction', { name: 'Rosa' }), exact: true }).last().click();
  await expect(page.getByText(users('problem.last-administrator'))).toBeVisible();
  await page.getByRole('button', { name: users('people.removeNamed', { name: ELENA.name }) }).click();
  await page.getByRole('listitem').filter({ hasText: ELENA.name }).getByRole('button', { name: users('people.removeAction', { name: ELENA.name }), exact: true }).last().click();
  await expect(page.getByText(users('people.removed', { name: ELENA.name }))).toBeVisible({ timeout: 30_000 });
  await newPerson(page, 'Chela Mora');
  await lock(page);
  await unlock(page, ELENA.passphrase);
  await expect(page.getByText(opening('problem.wrong-passphrase'))).toBeVisible({ timeout: 30_000 });
});

test('two recovery sheets are printed, and count once three words were typed back', async () => {
  const { page } = here;
  await openAs(page, PASSPHRASE);
  await goTo(page, '/office');
  await page.getByRole('button', { name: users('section.sheetMake') }).click();
  await page.getByRole('button', { name: users('sheet.start') }).click();
  const paper = page.getByRole('region', { name: users('sheet.preview') });
  await expect(paper.locator('.recovery-words').first().getByRole('listitem')).toHaveCount(24);
  words = await paper.locator('.recovery-words').first().locator('strong').allInnerTexts();
  await lookAt(page, 'recovery sheet, draft');
  const { pages, text } = await sheetPdf(page, here.data);
  expect(pages).toHaveLength(2);
  for (const one of pages) for (const word of words) expect(one.normalize('NFC')).toContain(word);
  expect(text).toContain('Capítulo Durham');
  expect(text).toMatch(/Hoja 1 de 2[\s\S]*Hoja 2 de 2/);
  expect(text).toContain('Recovery sheet');
  const asked = await page.getByLabel(/^Palabra \d+$/).evaluateAll((fields) => fields.map((field) => Number(/\d+/.exec((field as HTMLInputElement).labels?.[0]?.textContent ?? '')?.[0])));
  expect(asked).toHaveLength(3);
  for (const place of asked) await page.getByLabel(users('sheet.word', { place }), { exact: true }).fill('otra');
  await page.getByRole('button', { name: users('sheet.action') }).click();
  await expect(page.getByText(users('sheet.wordWrong')).first()).toBeVisible();
  for (const place of asked) await page.getByLabel(users('sheet.word', { place }), { exact: true }).fill((words[place - 1] ?? '').toUpperCase());
  await page.getByRole('button', { name: users('sheet.action') }).click();
  await expect(page.getByText(users('sheet.done'))).toBeVisible({ timeout: 30_000 });
  await expect(paper).toHaveCount(0);
  await lock(page);
});

test('the recovery sheet opens the chapter and gives the founder a new passphrase', async () => {
  const { page } = here;
  await page.getByRole('button', { name: users('open.link') }).click();
  await page.getByLabel(users('open.words')).fill([...words.slice(0, 23), 'otra'].join(' '));
  await page.getByRole('button', { name: users('open.next') }).click();
  await expect(page.getByText(opening('problem.wrong-sheet'))).toBeVisible({ timeout: 30_000 });
  await lookAt(page, 'recovery words');
  const four = words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, '').slice(0, 4));
  await page.getByLabel(users('open.words')).fill(four.map((word, at) => `${String(at + 1)}. ${word}`).join('\n'));
  await expect(page.getByText(users('open.count', { count: 24 }))).toBeVisible();
  await page.getByRole('button', { name: users('open.next') }).click();
  await expect(page.getByText(users('open.whoTitle'))).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel('Rosa', { exact: true })).toBeChecked();
  await lookAt(page, 'recovery, new passphrase');
  await typeNewPassphrase(page, NEW_PASSPHRASE);
  await page.getByRole('button', { name: users('open.action') }).click();
  await expect(inside(page)).toBeVisible({ timeout: 60_000 });
  await goTo(page, '/members');
  await expect(page.getByText('Hernández Ríos, Lupita').first()).toBeVisible();
  await expect(page.getByText('Mora, Chela').first()).toBeVisible();
  await lock(page);
  await unlock(page, PASSPHRASE);
  await expect(page.getByText(opening('problem.wrong-passphrase'))).toBeVisible({ timeout: 30_000 });
  await openAs(page, NEW_PASSPHRASE);
  await goTo(page, '/office');
  await page.getByRole('button', { name: users('section.passphrase') }).click();
  await lookAt(page, 'own passphrase');
  await page.getByLabel(users('passphrase.before'), { exact: true }).fill(NEW_PASSPHRASE);
  await typeNewPassphrase(page, PASSPHRASE);
  await page.getByRole('button', { name: users('passphrase.action'), exact: true }).click();
  await expect(page.getByText(users('passphrase.done'))).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: shell('user.menu', { name: 'Rosa' }) })).toBeVisible();
});

test('neither words nor names of users lie readable on the disk', async () => {
  await here.closeBrowser();
  for (const folder of [`${here.profile}/Default/IndexedDB`, `${here.data}/keep`]) {
    const { found, bytes } = searchBytes(folder, [ELENA.name, 'Zúñiga', words.slice(0, 3).join(' '), words.slice(0, 3).join('","'), NEW_PASSPHRASE, PASSPHRASE]);
    expect(found, folder).toEqual([]);
    expect(bytes, folder).toBeGreaterThan(200);
  }
});
