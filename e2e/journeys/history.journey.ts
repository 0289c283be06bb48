import { expect, test, type Page } from '@playwright/test';
import { lookAt } from '../support/access.ts';
import { startTestHub } from '../support/hub.ts';
import { startOffice, type Office } from '../support/office.ts';
import { addPerson, connect, expectAllSafe, invite, join, sendAndReceive, startChapter, unlock } from '../support/steps.ts';
import { speak } from '../support/camera.ts';
import { goTo, inWords } from '../support/words.ts';

const history = inWords('es', 'history');
const members = inWords('es', 'members');
const shell = inWords('es', 'shell');

const NAME = 'Lupita Hernández Ríos';

let first: Office;
test.beforeEach(async () => {
  first = await startOffice();
});
test.afterEach(async () => {
  await first.remove();
});

async function openPerson(page: Page): Promise<void> {
  await goTo(page, '/members');
  await page.getByRole('listbox', { name: members('people.listLabel') }).getByRole('option').first().click();
  // Only a person who is written down has one; the form of a new person has the same fields.
  await expect(page.getByRole('button', { name: history('section.title'), exact: true })).toBeVisible();
}

/** Writes a field of the open person, as people do: opens its part, types, leaves. */
async function write(page: Page, part: 'name' | 'language', field: 'called' | 'area', text: string): Promise<void> {
  const button = page.getByRole('button', { name: members(`person.part.${part}`) });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  await page.getByLabel(members(`person.field.${field}`), { exact: true }).fill(text);
  await page.keyboard.press('Tab');
  await expect(page.getByText('Guardado ✓').first()).toBeVisible();
}

/** In the page: whether nothing lies over the middle of it. */
function isOnTop(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}

/** Opens one of the two places of the user's menu. */
async function fromMenu(page: Page, what: 'today' | 'bin'): Promise<void> {
  await page.getByRole('button', { name: shell('user.menu', { name: 'Rosa' }) }).click();
  await page.getByRole('dialog').getByRole('link', { name: history(`menu.${what}`) }).click();
  await expect(page.getByRole('heading', { level: 1, name: history(`${what}.title`) })).toBeVisible();
}

test('a change is told in both languages, taken back after locking, and the bin gives back what was put in', async () => {
  const { page } = first;
  await startChapter(page);
  await addPerson(page, NAME);
  await openPerson(page);
  await write(page, 'name', 'called', 'Lupe');
  await write(page, 'name', 'called', 'Lupita');

  const area = members('person.field.called');
  await page.getByRole('button', { name: history('section.title'), exact: true }).click();
  await expect(page.getByText(history('change.fromTo', { field: area, before: 'Lupe', after: 'Lupita' }))).toBeVisible();
  await expect(page.getByText(history('change.written', { field: area, after: 'Lupe' }))).toBeVisible();
  await expect(page.getByText(/^Rosa · hoy, \d/).first()).toBeVisible();
  await speak(page, 'en');
  const english = inWords('en', 'history');
  await expect(page.getByText(english('change.fromTo', { field: inWords('en', 'members')('person.field.called'), before: 'Lupe', after: 'Lupita' }))).toBeVisible();
  // What "Undo" would take back follows the language.
  await expect(page.locator('#undo-what')).toHaveText(english('undo.changed', { field: inWords('en', 'members')('person.field.called'), name: NAME }));
  await speak(page, 'es');

  await page.getByRole('button', { name: members('bin.put') }).click();
  await page.getByRole('button', { name: shell('lock.action') }).click();
  await unlock(page);
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await fromMenu(page, 'today');
  await page.getByRole('button', { name: history('today.undoWhat', { what: `${history('change.binned')}, ${NAME}` }) }).click();
  await expect(page.getByText(history('today.undone', { what: history('change.binned') }))).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: history('change.binned') })).toHaveCount(0);
  const created = page.getByRole('button', { name: history('today.undoWhat', { what: `${history('today.created')}, ${NAME}` }) });
  await expect(created).toBeFocused();
  await created.click();

  await fromMenu(page, 'bin');
  await expect(page.getByRole('listitem').filter({ hasText: NAME })).toContainText('quedan 30 días');
  await page.getByRole('button', { name: history('bin.putBackWhat', { name: NAME }) }).click();
  await expect(page.getByText(history('bin.empty'))).toBeVisible();
  await openPerson(page);
  await expect(page.getByRole('heading', { name: NAME, exact: true })).toBeVisible();

  // Notices lie over the page's foot; the last button can be brought out from under them, by the keyboard too.
  const put = page.getByRole('button', { name: members('bin.put') });
  await put.focus();
  expect(await put.evaluate(isOnTop)).toBe(true);
  await put.click();
  await fromMenu(page, 'bin');
  await page.getByRole('button', { name: history('bin.deleteWhat', { name: NAME }) }).click();
  await page.getByRole('button', { name: history('bin.confirm.no') }).click();
  await page.getByRole('button', { name: history('bin.deleteWhat', { name: NAME }) }).click();
  await page.getByRole('button', { name: history('bin.confirm.yes') }).click();
  await expect(page.getByText(history('bin.empty'))).toBeVisible();
});

test('changed on two computers: both sides with who wrote them, one press settles it, and the next has the cursor', async () => {
  const hub = await startTestHub();
  const second = await startOffice();
  try {
    await startChapter(first.page);
    await addPerson(first.page, NAME);
    await openPerson(first.page);
    await write(first.page, 'name', 'called', 'Lupe');
    await connect(first.page, hub);
    await expectAllSafe(first.page);
    await join(second.page, await invite(first.page));
    await sendAndReceive(second.page);
    for (const [{ page }, called, town] of [[first, 'Lupita', 'Durham'], [second, 'Lupilla', 'Raleigh']] as const) {
      await openPerson(page);
      await write(page, 'name', 'called', called);
      await write(page, 'language', 'area', town);
    }
    await sendAndReceive(first.page);
    await sendAndReceive(second.page);
    const { page } = second;
    const reviews = page.getByRole('list', { name: history('reviews.title') }).locator('> li');
    await expect(reviews).toHaveCount(2);
    await expect(reviews.first()).toContainText(/Rosa, hoy/);
    await expect(reviews.first()).toContainText(/Ana, hoy/);
    await lookAt(page, 'reviews');
    const choose = page.getByRole('button', { name: new RegExp(`^${history('reviews.use')}`) });
    await choose.first().focus();
    await page.keyboard.press('Enter');
    await expect(reviews).toHaveCount(1);
    await expect(reviews.getByRole('button').first()).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(reviews).toHaveCount(2);
    await reviews.getByRole('button').first().click();
    await expect(reviews).toHaveCount(1);
    await reviews.getByRole('button').first().click();
    await expect(reviews).toHaveCount(0);
    await sendAndReceive(page);
    await sendAndReceive(first.page);
    await expect(first.page.getByRole('list', { name: history('reviews.title') })).toHaveCount(0);
  } finally {
    await second.remove();
    await hub.remove();
  }
});
