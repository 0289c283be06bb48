import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { enterOn, expectNoViolation, lookAt, tabTo } from '../support/access.ts';
import { expectPeople, makeMeeting, openToType, printSheet } from '../support/meeting-steps.ts';
import { startOffice, type Office } from '../support/office.ts';
import { startChapter } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const common = inWords('es', 'common');
const history = inWords('es', 'history');
const importing = inWords('es', 'import');
const meetings = inWords('es', 'meetings');
const members = inWords('es', 'members');
const office = inWords('es', 'office');
const opening = inWords('es', 'opening');
const papers = inWords('es', 'papers');
const shell = inWords('es', 'shell');
const sync = inWords('es', 'sync');
const typing = inWords('es', 'typing');

/** Enough of the list for every kind of row. */
const LIST = `${readFileSync('e2e/lists/miembros-durham.csv', 'utf8').split('\n').slice(0, 80).join('\n')}\n,,919 555 0103,,,sin nombre\n`;

let here: Office;
test.beforeEach(async () => {
  here = await startOffice();
});
test.afterEach(async () => {
  await here.remove();
});

async function beforeAChapter(page: Page): Promise<void> {
  await lookAt(page, 'welcome');
  for (const [step, verb] of [['start', 'start.action'], ['join', 'join.action'], ['practice', null]] as const) {
    await page.getByText(opening(`welcome.${step}`), { exact: true }).click();
    // With every sentence of what is missing.
    if (verb !== null) await page.getByRole('button', { name: opening(verb) }).click();
    await lookAt(page, step);
    await page.getByRole('button', { name: common('back') }).click();
  }
}

async function bringInAList(page: Page): Promise<void> {
  await goTo(page, '/members');
  await lookAt(page, 'members, nobody');
  await page.getByRole('link', { name: members('places.import') }).click();
  await lookAt(page, 'import, file');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: importing('screen.choose.button') }).click();
  await (await chooser).setFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST, 'utf8') });
  await expect(page.getByRole('button', { name: importing('screen.columns.next') })).toBeVisible();
  await lookAt(page, 'import, columns');
  await page.getByRole('button', { name: importing('screen.columns.next') }).click();
  const bring = page.getByRole('button', { name: /^Traer a [\d,]+ persona/ });
  await expect(bring).toBeVisible();
  await lookAt(page, 'import, check');
  await bring.click();
  await expect(page.getByText(/^Se agregaron [\d,]+ persona/)).toBeVisible();
  await lookAt(page, 'import, done');
  await page.getByRole('button', { name: importing('screen.another') }).click();
  await lookAt(page, 'import, past lists');
}

async function lookAtMembers(page: Page): Promise<void> {
  await page.getByRole('link', { name: members('places.people') }).click();
  const people = page.getByRole('listbox', { name: members('people.listLabel') });
  await people.waitFor();
  await lookAt(page, 'members');
  await people.getByRole('option').nth(3).click();
  const parts = page.getByRole('article', { name: members('people.pageLabel') });
  for (const part of ['name', 'contacts', 'places', 'language', 'notes'] as const) {
    const button = parts.getByRole('button', { name: members(`person.part.${part}`) });
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
    if (part === 'contacts' || part === 'notes') await lookAt(page, `person, ${part}`);
  }
  await parts.getByRole('button', { name: history('section.title') }).click();
  await lookAt(page, 'person, history');
  await page.getByRole('button', { name: members('bin.put') }).click();
  await page.getByRole('button', { name: members('people.new') }).or(page.getByRole('link', { name: members('people.new') })).first().click();
  await page.getByLabel(members('person.field.nameAsWritten'), { exact: true }).fill('Mar');
  await lookAt(page, 'new person');
  await page.getByLabel(members('person.field.nameAsWritten'), { exact: true }).fill('');
  await page.getByRole('link', { name: members('places.institutions') }).click();
  await page.getByRole('listbox', { name: members('institution.listLabel') }).getByRole('option').first().click();
  await lookAt(page, 'institution');
}

async function lookAtMeetings(page: Page): Promise<string> {
  await goTo(page, '/meetings');
  await lookAt(page, 'meetings, none');
  await makeMeeting(page);
  await expectPeople(page, ['maria', 'jose']);
  await lookAt(page, 'meeting');
  const code = await printSheet(page);
  await lookAt(page, 'sheet');
  await goTo(page, '/meetings');
  await lookAt(page, 'meetings');
  await page.getByRole('button', { name: meetings('list.type') }).click();
  await lookAt(page, 'type a sheet');
  return code;
}

async function lookAtTyping(page: Page, code: string): Promise<void> {
  await page.getByLabel(typing('open.code')).fill(`${code}-1`);
  await page.keyboard.press('Enter');
  await page.getByLabel(typing('lines.label')).waitFor();
  await lookAt(page, 'lines on paper');
  await page.getByLabel(typing('lines.label')).fill('3');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-current]')).toBeVisible();
  await lookAt(page, 'grid, first line');
  await page.getByRole('combobox', { name: /^Renglón 1|1/ }).first().focus();
  for (const name of ['', 'Persona Desconocida', 'Lupita Ñandú']) {
    await page.keyboard.type(name);
    await page.keyboard.press(name === 'Lupita Ñandú' ? '+' : 'Enter');
  }
  await expect(page.getByText(typing('count.done', { typed: 3, lines: 3 }))).toBeVisible();
  await lookAt(page, 'grid, done');
}

test('every screen: WCAG 2.2 AA in both languages and in high contrast, nothing sideways, all in reach at 200 % @long', async () => {
  test.setTimeout(360_000);
  const { page } = here;
  await beforeAChapter(page);
  await startChapter(page);
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  await lookAt(page, 'home, empty');
  await bringInAList(page);
  await lookAtMembers(page);
  await lookAtTyping(page, await lookAtMeetings(page));
  await goTo(page, '/');
  await lookAt(page, 'home');
  await goTo(page, '/sync');
  await lookAt(page, 'send and receive');
  await goTo(page, '/office');
  await page.getByRole('link', { name: history('menu.today') }).click();
  await expect(page.getByRole('list', { name: history('today.list') })).toBeVisible();
  await lookAt(page, 'changed today');
  await page.getByRole('link', { name: history('menu.bin') }).click();
  await page.getByRole('button', { name: /^Eliminar ahora/ }).first().click();
  await expectNoViolation(page, 'delete now');
  await page.getByRole('button', { name: history('bin.confirm.no') }).click();
  await lookAt(page, 'bin');
  await goTo(page, '/office');
  await page.getByRole('button', { name: office('invite.make') }).click();
  await expect(page.getByText(office('invite.saved'))).toBeVisible();
  await lookAt(page, 'office');
  await page.getByRole('button', { name: shell('lock.action') }).click();
  await expect(page.getByLabel(opening('unlock.passphrase'), { exact: true })).toBeVisible();
  await page.getByRole('button', { name: opening('unlock.action'), exact: true }).click();
  await lookAt(page, 'unlock');
});

test('by keyboard only: from the first run to a new person, a search, a typed line, Send and receive, and the lock', async () => {
  const { page } = here;
  const rail = (to: string) => page.locator(`nav a[href="${to}"]`);
  await enterOn(page, page.getByRole('button', { name: opening('welcome.practice') }));
  await enterOn(page, page.getByRole('button', { name: opening('practice.action') }));
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 30_000 });

  await enterOn(page, rail('/members'));
  await enterOn(page, page.getByRole('button', { name: members('people.new') }).or(page.getByRole('link', { name: members('people.new') })));
  await expect(page.getByLabel(members('person.field.nameAsWritten'), { exact: true })).toBeFocused();
  await page.keyboard.type('Eustolia Zúñiga Quispe');
  await page.keyboard.press('Tab');
  await expect(page.getByText(common('field.saved')).first()).toBeVisible();

  await page.keyboard.press('F3');
  await page.keyboard.type('eustolia');
  await page.keyboard.press('Enter');
  const found = page.getByRole('listbox', { name: members('people.listLabel') });
  await expect(found.getByRole('option')).toHaveCount(1);
  await tabTo(page, found);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Eustolia Zúñiga Quispe', exact: true })).toBeVisible();

  await enterOn(page, rail('/meetings'));
  await enterOn(page, page.getByRole('main').getByRole('link', { name: 'Asamblea de líderes' }));
  await enterOn(page, page.getByRole('button', { name: meetings('page.print') }));
  await enterOn(page, page.getByRole('button', { name: papers('toolbar.print') }));
  const [before = '', after = ''] = papers('notice.given', { code: '|' }).split('|');
  const text = await page.getByText(before).innerText();
  const code = text.slice(before.length, text.indexOf(after.slice(0, 10)));
  await enterOn(page, rail('/meetings'));
  await enterOn(page, page.getByRole('button', { name: meetings('list.type') }));
  await openToType(page, `${code}-1`, 2);
  await page.keyboard.press('Enter');
  await page.keyboard.type('eustolia zuniga');
  await page.keyboard.press('Enter');
  await expect(page.getByText(typing('count.done', { typed: 2, lines: 2 }))).toBeVisible();
  await expect(page.locator('[data-line="2"]')).toContainText('Zúñiga Quispe');

  // Tab goes on through the lines of the paper; back from the name it leaves them.
  await enterOn(page, rail('/sync'), 'Shift+Tab');
  await expect(page.getByText(sync('state.practice'))).toBeVisible();
  await page.keyboard.press('F12');
  await expect(page.getByLabel(opening('unlock.passphrase'), { exact: true })).toBeFocused();
  await page.keyboard.type('practica');
  await page.keyboard.press('Enter');
  await expect(page.getByText(sync('state.practice'))).toBeVisible({ timeout: 30_000 });
});
