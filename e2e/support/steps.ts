import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { TestHub } from './hub.ts';
import type { Lang } from '../../shared/domain/codes.ts';
import { goTo, inWords } from './words.ts';

const opening = inWords('es', 'opening');
const sync = inWords('es', 'sync');
const office = inWords('es', 'office');
const members = inWords('es', 'members');
const common = inWords('es', 'common');

/** A passphrase that no test is about. */
export const PASSPHRASE = 'siete gatos duermen aquí';

/** First run: starts the chapter of Durham, in Spanish. */
export async function startChapter(page: Page): Promise<void> {
  await page.getByText(opening('welcome.start'), { exact: true }).click();
  await page.getByLabel(opening('start.name'), { exact: true }).fill('Capítulo Durham');
  await page.getByLabel(opening('start.areaCode')).fill('919');
  await page.getByLabel(opening('start.phone')).fill('(919) 555-0142');
  await page.getByLabel(opening('start.userName'), { exact: true }).fill('Rosa');
  await page.getByLabel(opening('start.pcName')).fill('Oficina 1');
  await typePassphraseTwice(page, PASSPHRASE);
  await page.getByRole('button', { name: opening('start.action') }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 30_000 });
}

/** First run: makes the practice chapter, which has 200 invented people and a meeting. Its passphrase. */
export async function startPractice(page: Page, lang: Lang = 'es'): Promise<string> {
  const t = inWords(lang, 'opening');
  await page.getByText(t('welcome.practice'), { exact: true }).click();
  await page.getByRole('button', { name: t('practice.action') }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 60_000 });
  return 'practica';
}

async function typePassphraseTwice(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel(opening('passphrase.label'), { exact: true }).fill(passphrase);
  await page.getByLabel(opening('passphrase.again'), { exact: true }).fill(passphrase);
}

/** Opens the only chapter of this PC. */
export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel(opening('unlock.passphrase'), { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: opening('unlock.action'), exact: true }).click();
}

/** Opens the form of a new person. */
export async function openNewPerson(page: Page): Promise<void> {
  await goTo(page, '/members');
  await page.getByRole('button', { name: members('people.new') }).or(page.getByRole('link', { name: members('people.new') })).first().click();
}

/** Adds a person of this name, and waits until it is saved. */
export async function addPerson(page: Page, name: string): Promise<void> {
  await openNewPerson(page);
  await page.getByLabel(members('person.field.nameAsWritten'), { exact: true }).fill(name);
  await page.keyboard.press('Tab');
  await expect(page.getByText(common('field.saved')).first()).toBeVisible();
}

/** Writes the hub's address, account and password, which begins an exchange. */
export async function connect(page: Page, hub: TestHub, password = hub.password): Promise<void> {
  await goTo(page, '/sync');
  await page.getByLabel(sync('connection.address'), { exact: true }).fill(hub.address);
  await page.getByLabel(sync('connection.account'), { exact: true }).fill(hub.account);
  await page.getByLabel(sync('connection.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: sync('connection.connect') }).click();
}

/** Presses "Send and receive" and waits until it says that everything is at headquarters. */
export async function sendAndReceive(page: Page): Promise<void> {
  await goTo(page, '/sync');
  await page.getByRole('button', { name: sync('button'), exact: true }).click();
  await expectAllSafe(page);
}

/** The page says that everything is at headquarters, and nothing runs. */
export async function expectAllSafe(page: Page): Promise<void> {
  const [before = ''] = sync('state.safe', { peer: sync('connection.labelDefault'), when: '|' }).split('|');
  await expect(page.getByText(before)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('button', { name: sync('button'), exact: true })).toBeVisible({ timeout: 90_000 });
}

/** Makes an invitation in the office; gives the file's path and its six words. */
export async function invite(page: Page): Promise<{ readonly file: string; readonly words: string }> {
  await goTo(page, '/office');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: office('invite.make') }).click();
  const file = await (await download).path();
  const words = page.getByRole('list', { name: office('invite.words') }).getByRole('listitem');
  await expect(words).toHaveCount(6);
  return { file, words: (await words.allInnerTexts()).join(' ') };
}

/** First run on a second PC: joins with the invitation file and the six words. */
export async function join(page: Page, invitation: { readonly file: string; readonly words: string }): Promise<void> {
  await page.getByText(opening('welcome.join'), { exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: opening('join.choose') }).click();
  await (await chooser).setFiles({ name: 'invitacion.convoca', mimeType: 'application/octet-stream', buffer: readFileSync(invitation.file) });
  await page.getByLabel(opening('join.words')).fill(invitation.words);
  await page.getByLabel(opening('start.userName'), { exact: true }).fill('Ana');
  await page.getByLabel(opening('start.pcName')).fill('Oficina 2');
  await typePassphraseTwice(page, 'otra frase muy larga para Ana');
  await page.getByRole('button', { name: opening('join.action') }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 30_000 });
}
