import { expect, test, type Page } from '@playwright/test';
import type { Lang } from '../../shared/domain/codes.ts';
import { codeLabel } from '../../shared/domain/codes.ts';
import { lookAt, switchTo } from '../support/access.ts';
import { startOffice, type Office } from '../support/office.ts';
import { addPerson, startChapter, unlock } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const members = inWords('es', 'members');
const t = inWords('es', 'institutions');
const NAME = 'Iglesia San José';

let office: Office;
test.beforeEach(async () => {
  office = await startOffice();
});
test.afterEach(async () => {
  await office.remove();
});

function standing(page: Page) {
  return page.getByRole('region', { name: t('standing.label') });
}

function part(page: Page, name: string) {
  return page.getByRole('article').getByRole('button', { name: new RegExp(`^${name}`) });
}

async function openInstitutions(page: Page): Promise<void> {
  await goTo(page, '/members');
  await page.getByRole('navigation', { name: members('places.label') }).getByRole('link', { name: members('places.institutions') }).click();
}

/** Presses a button by keyboard alone: it takes the focus as Tab would give it, and Enter presses it. */
async function pressByKeyboard(page: Page, name: string): Promise<void> {
  const button = page.getByRole('article').getByRole('button', { name, exact: true }).first();
  await button.focus();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
}

test('an institution goes from a question to a paying member; what is missing is said and never in the way', async () => {
  test.setTimeout(240_000);
  const { page } = office;
  await test.step('a chapter, and a leader of it', async () => {
    await startChapter(page);
    await addPerson(page, 'Elena Ruiz Mora');
  });

  await test.step('they asked to learn more: name, whom to call, what they want', async () => {
    await openInstitutions(page);
    await page.getByRole('button', { name: members('institution.add') }).first().click();
    await page.getByLabel(members('institution.field.name'), { exact: true }).fill(NAME);
    await page.keyboard.press('Tab');
    await page.getByRole('radio', { name: t('inquiry.wants.learn') }).check();
    const contact = page.getByRole('combobox', { name: t('inquiry.contact') });
    await contact.fill('Padre Tomás Gil');
    await page.keyboard.press('Tab');
    await page.getByLabel(t('inquiry.phone'), { exact: true }).fill('919 555 0188');
    await page.keyboard.press('Tab');
    await expect(page.getByText('(919) 555-0188')).toBeVisible();
    await page.getByRole('button', { name: members('institution.ready') }).click();
    await expect(standing(page)).toContainText(t('inquiry.stands.learn'));
  });

  await test.step('by keyboard: visited warns, and the warning leads to the visit that mends it', async () => {
    await pressByKeyboard(page, t('step.visited'));
    await expect(standing(page)).toContainText(t('warning.noVisit.text'));
    await pressByKeyboard(page, t('done'));
    await pressByKeyboard(page, t('warning.noVisit.mend'));
    await expect(page.getByRole('button', { name: t('visits.add') })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText(t('warning.noVisit.text'))).toBeHidden();
    const who = page.getByRole('combobox', { name: t('visits.visitors') });
    await who.focus();
    await page.keyboard.type('elena');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: t('visits.visitors') })).toContainText('Elena');
    await page.getByLabel(t('visits.presented'), { exact: true }).fill('Cómo participar');
    await page.keyboard.press('Tab');
    await pressByKeyboard(page, t('done'));
  });

  await test.step('discerning, then committed: who decided is asked, and the step is written meanwhile', async () => {
    await page.getByRole('button', { name: t('step.discerning') }).click();
    await page.getByRole('button', { name: t('done') }).click();
    await page.getByRole('button', { name: t('step.committed') }).click();
    await expect(standing(page)).toContainText(codeLabel('institution_status', 'committed', 'es'));
    await expect(standing(page)).toContainText(t('warning.noDecider.text'));
    await page.getByRole('radio', { name: t('decider.board') }).check();
    await expect(page.getByText(t('warning.noDecider.text'))).toBeHidden();
    await page.getByRole('button', { name: t('done') }).click();
  });

  await test.step('a member asks for a core team and dues', async () => {
    await page.getByRole('button', { name: t('step.member') }).click();
    await expect(standing(page)).toContainText(t('warning.noCoreTeam.text'));
    await expect(standing(page)).toContainText(t('warning.noDues.text'));
    await page.getByRole('button', { name: t('done') }).click();
    await page.getByRole('button', { name: t('warning.noCoreTeam.mend') }).click();
    const team = page.getByRole('combobox', { name: t('team.add') });
    await expect(team).toBeFocused();
    await page.keyboard.type('tomas');
    await page.keyboard.press('Enter');
    await expect(page.getByText(t('warning.noCoreTeam.text'))).toBeHidden();
    await page.getByRole('button', { name: t('warning.noDues.mend') }).click();
    await page.getByLabel(t('dues.amountPerYear'), { exact: true }).fill('1.200,00');
    await page.getByLabel(t('dues.from'), { exact: true }).fill('hoy');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel(t('dues.amountPerYear'), { exact: true })).toHaveValue('$1,200.00');
    await expect(page.getByText(t('warning.noDues.text'))).toBeHidden();
  });

  await test.step('a payment gets its receipt number, and the rest is owed', async () => {
    await page.getByLabel(t('dues.addPayment'), { exact: true }).fill('mucho');
    await page.keyboard.press('Enter');
    await expect(page.getByText(t('money.unreadable'))).toBeVisible();
    await page.getByLabel(t('dues.addPayment'), { exact: true }).fill('$300.50');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/[A-Z0-9]-00001/)).toBeVisible();
    await expect(page.getByText('$899.50').first()).toBeVisible();
    await lookAt(page, 'an institution with its dues open');
  });

  await test.step('after closing and opening again all of it is there, in English too', async () => {
    await office.closeBrowser();
    const again = await office.openBrowser();
    await unlock(again);
    await openInstitutions(again);
    await expect(again.getByRole('table', { name: t('overview.pipeline') })).toContainText(codeLabel('institution_status', 'member', 'es'));
    await expect(again.getByRole('table', { name: t('overview.owing') })).toContainText('$899.50');
    await lookAt(again, 'all institutions');
    await again.getByRole('option', { name: NAME }).click();
    await expect(standing(again)).toContainText(codeLabel('institution_status', 'member', 'es'));
    await expect(part(again, t('health.title'))).toContainText(t('health.word.needsVisit'));
    await expect(part(again, t('visits.title'))).toContainText(t('visits.count', { count: 1 }));
    await expect(part(again, t('team.title'))).toContainText(t('team.count', { count: 1 }));
    await expect(part(again, t('dues.title'))).toContainText('$1,200.00');
    await inEnglish(again);
  });
});

async function inEnglish(page: Page): Promise<void> {
  const lang: Lang = 'en';
  const en = inWords(lang, 'institutions');
  await switchTo(page, lang);
  await expect(page.getByRole('region', { name: en('standing.label') })).toContainText(codeLabel('institution_status', 'member', lang));
  const happened = page.getByRole('region', { name: en('timeline.title') });
  for (const text of [en('inquiry.stands.learn'), codeLabel('coaching_kind', 'membership_visit', lang), codeLabel('institution_status', 'committed', lang), en('timeline.payment', { amount: '$300.50' })]) {
    await expect(happened).toContainText(text);
  }
}
