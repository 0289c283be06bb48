import { expect, test, type Page } from '@playwright/test';
import { holdingsOfPage, holdingsOfPeer } from '../support/holdings.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { startOffice, type Office } from '../support/office.ts';
import { addPerson, connect, expectAllSafe, startChapter, unlock } from '../support/steps.ts';
import { expectNotSafe, expectSafeBetween } from '../support/sync-words.ts';
import { openWayTo, type WayToHub } from '../support/way-to-hub.ts';
import { goTo, inWords } from '../support/words.ts';

/** "Send and receive" in hands that are in a hurry, with a line that is not. */
const sync = inWords('es', 'sync');
const shell = inWords('es', 'shell');
const peer = sync('connection.labelDefault');

let hub: TestHub;
let way: WayToHub;
let office: Office;
test.beforeEach(async () => {
  [hub, office] = await Promise.all([startTestHub(), startOffice()]);
  way = await openWayTo(hub.address);
});
test.afterEach(async () => {
  await office.remove();
  await way.close();
  await hub.remove();
});

const button = (page: Page) => page.getByRole('button', { name: sync('button'), exact: true });

/** Requests of a kind are held until they are let go. */
function holding(part: string): () => void {
  let letGo = (): void => undefined;
  const until = new Promise<void>((resolve) => (letGo = resolve));
  way.holding = ({ url }) => (url?.includes(part) ? until : null);
  return () => {
    way.holding = () => null;
    letGo();
  };
}

async function requireEqual(page: Page, at: TestHub = hub): Promise<void> {
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  const database = names.find((name) => name.startsWith('_pouch_chapter-'))?.slice('_pouch_'.length) ?? '';
  expect(await holdingsOfPage(page, database)).toEqual(await holdingsOfPeer(at, database));
}

test('pressed twice, left, locked and stopped in the midst: nothing is safe that is not, and it goes on', async () => {
  test.setTimeout(600_000);
  const { page } = office;
  await startChapter(page);
  await addPerson(page, 'Lupita Hernández Ríos');
  await connect(page, { ...hub, address: way.address });
  await expectAllSafe(page);

  await test.step('a double click sends once', async () => {
    await addPerson(page, 'Wilmer Cruz');
    await goTo(page, '/sync');
    const before = way.seen.length;
    await button(page).dblclick();
    await expectAllSafe(page);
    expect(way.seen.slice(before).filter((one) => one.endsWith('_bulk_docs')).length).toBe(1);
  });

  await test.step('the place is left while it sends; typing goes on; the bar says so; it ends by itself', async () => {
    await addPerson(page, 'Marisol Quispe');
    const letGo = holding('_bulk_docs');
    await goTo(page, '/sync');
    await button(page).click();
    await expect(page.getByRole('banner').getByText(sync('slot.sending'))).toBeVisible();
    await addPerson(page, 'Eustolia Zúñiga');
    await expectNotSafe(page, 'es');
    letGo();
    const began = Date.now();
    await expectSafeBetween(page, 'es', began - 120_000);
    await requireEqual(page);
  });

  await test.step('stopped while it sends: what waits is said, and the button is there again', async () => {
    await addPerson(page, 'Wenceslao Ixchop');
    const letGo = holding('_bulk_docs');
    await goTo(page, '/sync');
    await button(page).click();
    await page.getByRole('button', { name: sync('cancel'), exact: true }).click();
    await expect(button(page)).toBeVisible();
    await expect(page.locator('main').getByText(sync('state.waitingSince', { count: 1, when: '|' }).split('|')[0] ?? '')).toBeVisible();
    await expectNotSafe(page, 'es');
    letGo();
    await button(page).click();
    await expectAllSafe(page);
    await requireEqual(page);
  });

  await test.step('locked while it sends: locking does not wait for the line, and what was not sent waits', async () => {
    await addPerson(page, 'Yolotzin Menchú');
    const letGo = holding('_bulk_docs');
    await goTo(page, '/sync');
    await button(page).click();
    await expect(page.getByRole('banner').getByText(sync('slot.sending'))).toBeVisible();
    await page.getByRole('button', { name: shell('lock.action') }).click();
    await unlock(page);
    await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 30_000 });
    await goTo(page, '/sync');
    await expectNotSafe(page, 'es');
    letGo();
    await button(page).or(page.getByRole('button', { name: sync('progress.now') })).click();
    await expectAllSafe(page);
    await requireEqual(page);
  });

  await test.step('the window is loaded anew in the midst', async () => {
    await addPerson(page, 'Casimira Tot');
    const letGo = holding('_bulk_docs');
    await goTo(page, '/sync');
    await button(page).click();
    await expect(page.getByRole('banner').getByText(sync('slot.sending'))).toBeVisible();
    await page.reload();
    letGo();
    await unlock(page);
    await goTo(page, '/sync');
    await button(page).click();
    await expectAllSafe(page);
    await requireEqual(page);
  });
});

test('a sign-in page, a wrong password that is corrected, many tries in vain: each said plainly, none called safe', async () => {
  test.setTimeout(600_000);
  const { page } = office;
  await startChapter(page);
  await addPerson(page, 'Lupita Hernández Ríos');
  await connect(page, { ...hub, address: way.address }, 'no es la contraseña');
  await expect(page.getByText(sync('problem.wrong-password', { peer }))).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('banner').getByText(sync('slot.needsYou'))).toBeVisible();

  await page.getByRole('button', { name: sync('action.password') }).click();
  await page.getByLabel(sync('connection.password')).fill(hub.password);
  way.answering = () => ({ status: 200, type: 'text/html', body: '<html><body>Sign in to use the network</body></html>' });
  await page.getByRole('button', { name: sync('connection.connect') }).click();
  await expect(page.getByText(sync('problem.captive-portal', { peer }))).toBeVisible({ timeout: 60_000 });
  await expectNotSafe(page, 'es');

  way.answering = () => null;
  way.refusing = () => 503;
  const seen = way.seen.length;
  for (let tries = 0; tries < 12; tries += 1) {
    await goTo(page, '/sync');
    await button(page).or(page.getByRole('button', { name: sync('progress.now') })).click();
    await expect(page.getByRole('button', { name: sync('progress.now') })).toBeVisible({ timeout: 60_000 });
    await expectNotSafe(page, 'es');
  }
  expect(way.seen.length - seen).toBeGreaterThanOrEqual(12);
  await addPerson(page, 'Wilmer Cruz');
  way.refusing = () => null;
  await goTo(page, '/sync');
  await button(page).or(page.getByRole('button', { name: sync('progress.now') })).click();
  await expectAllSafe(page);
  await requireEqual(page);
});

test('another server is named while the first one is waited for: nothing is said of the one that is true of the other', async () => {
  test.setTimeout(600_000);
  const { page } = office;
  const other = await startTestHub();
  try {
    await startChapter(page);
    await addPerson(page, 'Lupita Hernández Ríos');
    way.refusing = ({ url }) => (url?.includes('_bulk_docs') ? 503 : null);
    await connect(page, { ...hub, address: way.address });
    await expect(page.getByRole('button', { name: sync('progress.now') })).toBeVisible({ timeout: 60_000 });
    const seen = way.seen.length;

    await page.getByRole('button', { name: sync('connection.change') }).click();
    await page.getByLabel(sync('connection.label')).fill('la oficina de Raleigh');
    await connect(page, other);
    const [safe = ''] = sync('state.safe', { peer: 'la oficina de Raleigh', when: '|' }).split('|');
    await expect(page.locator('main').getByText(safe)).toBeVisible({ timeout: 90_000 });
    await expect(page.getByRole('banner').locator('a[href="/sync"]')).toContainText(sync('slot.safe', { peer: 'la oficina de Raleigh' }));
    expect(way.seen.slice(seen).filter((one) => !one.includes('/network'))).toEqual([]);
    await requireEqual(page, other);
  } finally {
    await other.remove();
  }
});
