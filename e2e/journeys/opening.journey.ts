import { expect, test, type Locator, type Page } from '@playwright/test';
import { makeMeeting, openToType, printSheet } from '../support/meeting-steps.ts';
import { startOffice, type Office } from '../support/office.ts';
import { openNewPerson, PASSPHRASE, startPractice, unlock } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const common = inWords('es', 'common');
const meetings = inWords('es', 'meetings');
const members = inWords('es', 'members');
const office = inWords('es', 'office');
const opening = inWords('es', 'opening');
const shell = inWords('es', 'shell');
const typing = inWords('es', 'typing');

/** All tests go on from where the one before left the office. */
test.describe.configure({ mode: 'serial' });

let here: Office;
let practica: string;
test.beforeAll(async () => {
  here = await startOffice();
});
test.afterAll(async () => {
  await here.remove();
});

const inside = (page: Page): Locator => page.getByRole('navigation').first();
const lockScreen = (page: Page): Locator => page.getByLabel(opening('unlock.passphrase'), { exact: true });

async function open(page: Page): Promise<void> {
  await unlock(page, practica);
  await expect(inside(page)).toBeVisible({ timeout: 30_000 });
}

async function switchTo(page: Page, lang: 'es' | 'en'): Promise<void> {
  await page.getByRole('button', { name: shell(`language.${lang}`), exact: true }).click();
}

/** The switch changes the words of a form and keeps what stands in it. */
async function keepsThroughSwitch(page: Page, namespace: 'opening' | 'members' | 'meetings', label: (lang: 'es' | 'en') => string, text: string): Promise<void> {
  for (const lang of ['en', 'es'] as const) {
    await switchTo(page, lang);
    await expect(page.getByLabel(label(lang), { exact: true }), namespace).toHaveValue(text);
  }
}

async function newPerson(page: Page, name: string): Promise<void> {
  await openNewPerson(page);
  await page.getByLabel(members('person.field.nameAsWritten'), { exact: true }).fill(name);
}

test('the language switched in a half-filled form loses nothing', async () => {
  const { page } = here;
  await page.getByText(opening('welcome.start'), { exact: true }).click();
  await page.getByLabel(opening('start.name'), { exact: true }).fill('Capítulo Ñandú');
  await page.getByLabel(opening('passphrase.label'), { exact: true }).fill(PASSPHRASE);
  await keepsThroughSwitch(page, 'opening', (lang) => inWords(lang, 'opening')('start.name'), 'Capítulo Ñandú');
  await expect(page.getByLabel(opening('passphrase.label'), { exact: true })).toHaveValue(PASSPHRASE);
  await page.getByRole('button', { name: common('back') }).click();
  practica = await startPractice(page);

  await newPerson(page, 'Xóchitl Peñaloza Ibarra');
  await keepsThroughSwitch(page, 'members', (lang) => inWords(lang, 'members')('person.field.nameAsWritten'), 'Xóchitl Peñaloza Ibarra');
  await page.getByRole('button', { name: members('newPerson.ready') }).click();
  await expect(page.getByRole('heading', { name: 'Xóchitl Peñaloza Ibarra', exact: true })).toBeVisible();

  await goTo(page, '/meetings');
  await page.getByRole('button', { name: meetings('list.new') }).click();
  const place = (lang: 'es' | 'en'): string => inWords(lang, 'meetings')('form.place');
  await page.getByLabel(place('es'), { exact: true }).fill('Salón San José');
  await keepsThroughSwitch(page, 'meetings', place, 'Salón San José');
});

test('F12 locks, a wrong passphrase gets a sentence, the right one opens with everything', async () => {
  const { page } = here;
  await page.keyboard.press('F12');
  await expect(lockScreen(page)).toBeFocused();
  await expect(page.getByText(opening('unlock.locked'))).toBeVisible();
  await unlock(page, 'esto no es');
  await expect(page.getByText(opening('problem.wrong-passphrase'))).toBeVisible();
  await expect(lockScreen(page)).toHaveValue('esto no es');
  await open(page);
  // The meeting's place was typed and not left: locking wrote it.
  await goTo(page, '/meetings');
  await expect(page.getByText('Salón San José').first()).toBeVisible();
  await goTo(page, '/members');
  await expect(page.getByText(members('people.count', { count: 201 })).first()).toBeVisible();
});

test('a second window is refused until the first is closed', async () => {
  const second = await here.context.newPage();
  await second.goto(here.address);
  await unlock(second, practica);
  await expect(second.getByText(opening('inUse.text'))).toBeVisible();
  await here.page.close();
  await second.getByRole('button', { name: common('tryAgain') }).click();
  await expect(inside(second)).toBeVisible({ timeout: 30_000 });
  await here.closeBrowser();
  await open(await here.openBrowser());
});

test('the browser killed right after “Saved ✓” has the record when it is opened again', async () => {
  await newPerson(here.page, 'Eustolia Zúñiga Quispe');
  await here.page.keyboard.press('Tab');
  await expect(here.page.getByText(common('field.saved')).first()).toBeVisible();
  await here.killBrowser();
  const page = await here.openBrowser();
  await open(page);
  await goTo(page, '/members');
  await expect(page.getByText(members('people.count', { count: 202 })).first()).toBeVisible();
  await page.keyboard.press('F3');
  await page.keyboard.type('eustolia zuniga');
  await expect(page.getByText('Zúñiga Quispe, Eustolia')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a reload while a sheet is typed comes back to the same line after unlocking', async () => {
  const { page } = here;
  await makeMeeting(page);
  await page.getByLabel(meetings('expected.add'), { exact: true }).fill('Eustolia');
  await page.keyboard.press('Enter');
  const code = await printSheet(page);
  await goTo(page, '/meetings');
  await page.getByRole('button', { name: meetings('list.type') }).click();
  await openToType(page, `${code}-1`, 6);
  await page.keyboard.press('Enter');
  for (const name of ['Xóchitl Peñaloza', 'Persona Desconocida']) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('[data-current]')).toHaveAttribute('data-line', '4');
  await expect(page.getByText(typing('saved')).first()).toBeVisible();
  await page.reload();
  await open(page);
  await expect(page.locator('[data-current]')).toHaveAttribute('data-line', '4');
  await expect(page.locator('[data-current] [data-field="name"]')).toBeFocused();
  await expect(page.locator('[data-line="2"]')).toContainText('Peñaloza Ibarra');
});

test('the host ended or started again under an open page gets a sentence, and nothing is lost', async () => {
  const { page } = here;
  const errors = inWords('es', 'errors');
  await here.stopHost();
  await goTo(page, '/office');
  await expect(page.getByText(errors('host.gone'))).toBeVisible();
  // Records do not need the host: work goes on.
  await newPerson(page, 'Nicanor Uscanga Tzoc');
  await page.keyboard.press('Tab');
  await expect(page.getByText(common('field.saved')).first()).toBeVisible();
  await page.keyboard.press('F12');
  await expect(page.getByText(shell('failure.noHost'))).toBeVisible();
  await here.startHost();
  await page.getByRole('button', { name: common('tryAgain') }).click();
  await expect(page.getByText(errors('host.lockedOut')).first()).toBeVisible();
  await page.goto(here.address);
  await open(page);
  await goTo(page, '/members');
  await expect(page.getByText(members('people.count', { count: 203 })).first()).toBeVisible();
  await goTo(page, '/office');
  await expect(page.getByText(office('about.title'))).toBeVisible();
});
