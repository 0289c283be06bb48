import { expect, test, type Page } from '@playwright/test';
import { lookAt } from '../support/access.ts';
import { startOffice, type Office } from '../support/office.ts';
import { addPerson, startChapter } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const structure = inWords('es', 'structure');
const members = inWords('es', 'members');
const meetings = inWords('es', 'meetings');
const office = inWords('es', 'office');
const common = inWords('es', 'common');

/** All tests go on from where the one before left the office. */
test.describe.configure({ mode: 'serial' });

let here: Office;
test.beforeAll(async () => {
  here = await startOffice();
  await startChapter(here.page);
});
test.afterAll(async () => {
  await here.remove();
});

/** Adds a seat: the person by a part of the name, and an institution that is made if it is not there. */
async function addSeat(page: Page, person: string, institution: string): Promise<void> {
  await page.getByRole('button', { name: structure('seat.add') }).click();
  await page.getByRole('combobox', { name: structure('seat.person') }).fill(person);
  await page.keyboard.press('Enter');
  const place = page.getByRole('combobox', { name: structure('seat.institution') });
  await place.fill(institution);
  await page.getByRole('option').last().click();
  await expect(page.getByRole('button', { name: structure('chosen.takeOut', { name: institution }) })).toBeVisible();
  await page.getByRole('button', { name: structure('seat.done') }).click();
}

test('a team of two institutions: seats, who votes, and the end of a term', async () => {
  test.setTimeout(180_000);
  const { page } = here;
  for (const name of ['Ana Ruiz Paz', 'Luis Gil Mora', 'Eva Cruz Lara']) await addPerson(page, name);
  await goTo(page, '/members');
  await page.getByRole('link', { name: structure('teams.title') }).click();
  await lookAt(page, 'no team yet');
  await page.getByRole('button', { name: structure('team.add') }).click();
  await page.getByLabel(`${structure('team.title')} · ${common('field.spanish')}`).fill('Equipo de vivienda');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('heading', { level: 2, name: 'Equipo de vivienda' })).toBeVisible();
  await lookAt(page, 'a new team');
  await page.getByRole('button', { name: structure('team.about') }).click();
  await addSeat(page, 'Ana', 'San José');
  await addSeat(page, 'Luis', 'San José');
  await addSeat(page, 'Eva', 'San Lucas');
  const table = page.getByRole('table', { name: structure('votes.title') });
  await expect(page.getByText(structure('votes.empty'))).toBeVisible();
  for (const name of ['Ana Ruiz Paz', 'Luis Gil Mora', 'Eva Cruz Lara']) {
    await page.getByRole('button', { name: structure('seat.changeWhat', { name }) }).click();
    await page.getByRole('radio', { name: structure('seat.role.delegate') }).check();
    await page.getByRole('button', { name: structure('seat.done') }).click();
  }
  await expect(table.getByText(structure('votes.gap.not-member'))).toHaveCount(2);
  await lookAt(page, 'a team with seats');
  await page.getByRole('button', { name: structure('seat.endWhat', { name: 'Luis Gil Mora' }) }).click();
  await page.getByRole('button', { name: structure('seat.past', { count: 1 }) }).click();
  await expect(page.getByRole('list', { name: structure('seat.past', { count: 1 }) }).getByText('Luis Gil Mora')).toBeVisible();
});

test('settings: what the papers print is changed and stands on the sheet; the board’s table is read', async () => {
  test.setTimeout(180_000);
  const { page } = here;
  await goTo(page, '/office');
  for (const part of ['letterhead', 'sponsor', 'papers', 'figures', 'retention'] as const) {
    await page.getByRole('button', { name: structure(`settings.part.${part}`) }).click();
    await lookAt(page, `settings: ${part}`);
  }
  await page.getByRole('button', { name: structure('settings.part.sponsor') }).click();
  await page.getByLabel(structure('settings.sponsor')).fill('Northside Trust');
  await page.keyboard.press('Tab');
  await expect(page.getByText(common('field.saved')).first()).toBeVisible();
  await page.getByRole('button', { name: structure('settings.part.letterhead') }).click();
  await page.getByLabel(office('chapter.address')).fill('Box 9');
  await page.keyboard.press('Tab');
  await expect(page.getByText(common('field.saved')).first()).toBeVisible();
  await goTo(page, '/meetings');
  await page.getByRole('button', { name: meetings('list.new') }).click();
  await page.getByRole('button', { name: meetings('page.print') }).click();
  await expect(page.getByText(`Box 9 · ${structure('paper.fiscalSponsor', { name: 'Northside Trust' })}`, { exact: false }).first()).toBeVisible();
  await goTo(page, '/members');
  await expect(page.getByText(members('people.count', { count: 3 })).first()).toBeVisible();
});

test('an institution is put into a cluster; a cycle counts a house meeting that was held, and is closed', async () => {
  test.setTimeout(180_000);
  const { page } = here;
  await goTo(page, '/meetings');
  await page.getByRole('button', { name: meetings('list.new') }).click();
  await page.getByRole('combobox', { name: meetings('form.kind') }).click();
  await page.getByRole('option', { name: 'Reunión de casa' }).click();
  await page.getByLabel(meetings('form.date')).fill('3 de marzo de 2025');
  await page.keyboard.press('Tab');
  await expect(page.getByText(common('field.saved')).first()).toBeVisible();

  await goTo(page, '/office');
  await page.getByRole('link', { name: structure('cluster.titlePage') }).click();
  await page.getByRole('button', { name: structure('cluster.add') }).click();
  await page.getByLabel(`${structure('cluster.title')} · ${common('field.spanish')}`).fill('Lado este');
  await page.getByRole('combobox', { name: structure('cluster.addInstitution') }).fill('San José');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: structure('cluster.takeOutWhat', { name: 'San José' }) })).toBeVisible();
  await lookAt(page, 'a cluster');

  await goTo(page, '/office');
  await page.getByRole('link', { name: structure('cycle.titlePage') }).click();
  await page.getByRole('button', { name: structure('cycle.add') }).click();
  await page.getByLabel(`${structure('cycle.title')} · ${common('field.spanish')}`).fill('Año 2025');
  await page.getByLabel(structure('cycle.from')).fill('2025');
  await page.getByLabel(structure('cycle.to')).fill('2025');
  await page.keyboard.press('Tab');
  await expect(page.getByText(common('field.saved')).last()).toBeVisible();
  await page.getByRole('button', { name: structure('goal.add') }).click();
  await page.getByRole('menuitem', { name: structure('goal.of.house_meetings') }).click();
  await page.getByLabel(structure('goal.target')).fill('12');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('list', { name: structure('goal.title') }).getByRole('listitem')).toContainText(`${structure('goal.so')}1`);
  await lookAt(page, 'a cycle with a goal');
  await page.getByRole('button', { name: structure('cycle.close') }).click();
  await expect(page.getByText(structure('cycle.isClosed'))).toBeVisible();
  await lookAt(page, 'a closed cycle');
  await goTo(page, '/meetings');
  await page.getByRole('link', { name: 'Reunión de casa' }).click();
  await expect(page.getByText(structure('cycle.warn', { title: 'Año 2025' }))).toBeVisible();
});
