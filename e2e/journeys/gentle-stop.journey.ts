import { expect, test, type Page } from '@playwright/test';
import { startOffice, type Office } from '../support/office.ts';
import { addPerson, startChapter, unlock } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const NAME = 'Petrona Ixchel Tun';
const es = { members: inWords('es', 'members'), person: inWords('es', 'person'), common: inWords('es', 'common'), shell: inWords('es', 'shell') };
const en = { members: inWords('en', 'members'), person: inWords('en', 'person'), common: inWords('en', 'common') };

let office: Office;
test.beforeAll(async () => {
  office = await startOffice();
});
test.afterAll(() => office.remove());

async function openPage(page: Page): Promise<void> {
  await goTo(page, '/members');
  await page.getByRole('option', { name: /Petrona/ }).click();
  await expect(page.getByRole('heading', { name: NAME, exact: true })).toBeVisible();
}

test('words that could put someone at risk: asked in both languages, removed, kept, and waiting when the page is left; gone after locking', async () => {
  const { page } = office;
  await startChapter(page);
  await addPerson(page, NAME);
  await openPage(page);
  const notes = page.getByRole('textbox', { name: es.members('person.field.notes'), exact: true });
  const question = page.getByText(es.person('careful.question'));

  await test.step('“Quitar” is under the cursor; Enter takes the sentence away', async () => {
    await page.getByRole('button', { name: es.members('person.part.notes') }).click();
    await notes.fill('Canta en el coro. Es indocumentada.');
    await page.keyboard.press('Tab');
    await expect(question).toBeVisible();
    await expect(page.getByRole('button', { name: es.person('careful.remove'), exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(notes).toHaveValue('Canta en el coro.');
    await expect(question).toHaveCount(0);
  });

  await test.step('in English, and “Keep” writes it as it is', async () => {
    await notes.fill('Canta en el coro. Spoke about DACA at the rally.');
    await page.keyboard.press('Tab');
    await expect(question).toBeVisible();
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByText(en.person('careful.question'))).toBeVisible();
    const english = page.getByRole('textbox', { name: en.members('person.field.notes'), exact: true });
    await expect(english).toHaveValue('Canta en el coro. Spoke about DACA at the rally.');
    await page.getByRole('button', { name: en.person('careful.keep') }).click();
    await expect(page.getByText(en.common('field.saved')).first()).toBeVisible();
    await page.getByRole('button', { name: 'Español' }).click();
    await expect(notes).toHaveValue('Canta en el coro. Spoke about DACA at the rally.');
  });

  await test.step('a page that is left keeps the question', async () => {
    await notes.fill('Canta. Le negaron la visa.');
    await goTo(page, '/meetings');
    await openPage(page);
    await page.getByRole('button', { name: es.person('careful.look'), exact: true }).click();
    await expect(notes).toHaveValue('Canta. Le negaron la visa.');
    await expect(question).toBeVisible();
  });

  await test.step('locking writes only what is safe and forgets the rest', async () => {
    await page.keyboard.press('F12');
    await unlock(page);
    await openPage(page);
    await page.getByRole('button', { name: es.members('person.part.notes') }).click();
    await expect(notes).toHaveValue('Canta.');
    await expect(question).toHaveCount(0);
    await expect(page.getByText(es.person('careful.waiting'))).toHaveCount(0);
  });
});
