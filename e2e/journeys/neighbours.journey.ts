import { expect, test, type Page } from '@playwright/test';
import { startOffice, type Office } from '../support/office.ts';
import { addPerson, startChapter } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const opening = inWords('es', 'opening');
const neighbours = inWords('es', 'neighbours');
const office = inWords('es', 'office');
const sync = inWords('es', 'sync');

let first: Office;
let second: Office;
test.beforeEach(async () => {
  first = await startOffice();
  second = await startOffice();
});
test.afterEach(async () => {
  await first.remove();
  await second.remove();
});

async function exchange({ page }: Office): Promise<void> {
  await goTo(page, '/sync');
  await page.getByRole('button', { name: sync('button'), exact: true }).click();
  await expect(page.getByRole('button', { name: sync('button'), exact: true })).toBeVisible({ timeout: 60_000 });
}

/** Joins by the words alone: no file, no address. */
async function joinByNetwork(page: Page, words: string): Promise<void> {
  await page.getByText(opening('welcome.join'), { exact: true }).click();
  await page.getByLabel(neighbours('join.network')).check();
  await page.getByLabel(opening('join.words')).fill(words);
  await page.getByLabel(opening('start.userName'), { exact: true }).fill('Ana');
  await page.getByLabel(opening('start.pcName')).fill('Oficina 2');
  for (const label of ['passphrase.label', 'passphrase.again'] as const) await page.getByLabel(opening(label), { exact: true }).fill('otra frase muy larga para Ana');
  await page.getByRole('button', { name: opening('join.action') }).click();
}

test('a second PC joins on the same network by six words, and both exchange without any server', async () => {
  await startChapter(first.page);
  await addPerson(first.page, 'Lupita Hernández Ríos');

  await joinByNetwork(second.page, 'uno dos tres cuatro cinco seis');
  await expect(second.page.getByText(neighbours('join.noOffer'))).toBeVisible();

  await goTo(first.page, '/office');
  await first.page.getByRole('button', { name: neighbours('offer.action') }).click();
  const list = first.page.getByRole('list', { name: office('invite.words') }).getByRole('listitem');
  await expect(list).toHaveCount(6, { timeout: 30_000 });
  await expect(first.page.getByText(neighbours('offer.sharesToo'))).toBeVisible();
  const words = (await list.allInnerTexts()).join(' ');

  const join = second.page.getByRole('button', { name: opening('join.action') });
  await join.click();
  await expect(second.page.getByText(opening('problem.wrong-words'))).toBeVisible({ timeout: 30_000 });
  await second.page.getByLabel(opening('join.words')).fill(words);
  await join.click();
  await expect(second.page.getByRole('navigation').first()).toBeVisible({ timeout: 60_000 });

  await exchange(first);
  await exchange(second);
  await expect(second.page.getByRole('list', { name: neighbours('connected') }).getByText('Oficina 1')).toBeVisible();
  await goTo(second.page, '/members');
  await expect(second.page.getByText('Hernández Ríos, Lupita').first()).toBeVisible();

  await addPerson(second.page, 'Wilmer Cruz');
  await exchange(second);
  await exchange(first);
  // What lies in the hub on this PC's own disk is safe nowhere else.
  await expect(first.page.getByText(sync('slot.notConnected')).first()).toBeVisible();
  await goTo(first.page, '/members');
  await expect(first.page.getByText('Cruz, Wilmer').first()).toBeVisible();
});

test('the switch outlives a restart, another PC is found and forgotten, and wrong addresses are told apart @long', async () => {
  const { page } = first;
  await startChapter(page);
  await goTo(page, '/sync');
  const share = page.getByRole('switch', { name: neighbours('share') });
  // It waits for the machine's answer.
  await expect(share).toBeEnabled();
  await share.press('Space');
  await expect(page.getByText('127.0.0.1:', { exact: false }).first()).toBeVisible({ timeout: 20_000 });
  const shown = (await page.getByText(/127\.0\.0\.1:\d+/).first().innerText()).match(/127\.0\.0\.1:\d+/)?.[0] ?? '';
  await page.getByRole('button', { name: neighbours('look') }).click();
  await expect(page.getByText(neighbours('none'))).toBeVisible({ timeout: 10_000 });
  await page.getByRole('button', { name: neighbours('byAddress') }).click();
  for (const [address, problem] of [['x y', 'bad-address'], ['127.0.0.1:9', 'no-network'], [shown, 'this-pc'], [new URL(second.address).host, 'not-sharing']] as const) {
    await page.getByLabel(neighbours('address')).fill(address);
    await page.keyboard.press('Enter');
    await expect(page.getByText(neighbours(`failed.${problem}`))).toBeVisible({ timeout: 10_000 });
  }
  await first.closeBrowser();
  await first.stopHost();
  await first.startHost();
  const again = await first.openBrowser();
  await again.getByLabel(opening('unlock.passphrase'), { exact: true }).fill('siete gatos duermen aquí');
  await again.getByRole('button', { name: opening('unlock.action'), exact: true }).click();
  await goTo(again, '/sync');
  await expect(again.getByRole('switch', { name: neighbours('share') })).toBeChecked({ timeout: 20_000 });
  await expect(again.getByText(/127\.0\.0\.1:\d+/).first()).toBeVisible({ timeout: 20_000 });
});
