import { expect, test, type Page } from '@playwright/test';
import { addCoordinator, addSlot, type FreshAccount } from '../../main/hub/account-making.ts';
import { expectNoViolation, tabTo } from '../support/access.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { startOffice, type Office } from '../support/office.ts';
import { connect, expectAllSafe, startChapter } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const headquarters = inWords('en', 'headquarters');
const sync = inWords('en', 'sync');
const spanish = inWords('es', 'headquarters');

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

let hub: TestHub;
const running: Office[] = [];
test.beforeEach(async () => {
  hub = await startTestHub();
});
test.afterEach(async () => {
  for (const office of running.splice(0)) await office.remove();
  await hub.remove();
});

async function office(language: 'es' | 'en' = 'es'): Promise<Office> {
  const started = await startOffice({ language });
  running.push(started);
  return started;
}

/** What headquarters reads, as the hub has it. */
async function contacts(account: FreshAccount): Promise<Record<string, unknown>[]> {
  const answer = await fetch(`${hub.address}/network/_all_docs?include_docs=true&startkey="contact:"`, { headers: { authorization: basic(account) } });
  const { rows } = (await answer.json()) as { rows: { doc: Record<string, unknown> }[] };
  return rows.map(({ doc }) => doc);
}

function basic({ name, password }: FreshAccount): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
}

/** A PC's last words are put back by so many days, as they lie on the server when it has been silent that long. */
async function fallSilent(account: FreshAccount, days: number): Promise<void> {
  const said = (await contacts(account)).find((one) => one['account'] === account.name);
  if (said === undefined) throw new Error(`${account.name} never told anything`);
  const id = encodeURIComponent(String(said['_id']));
  const body = JSON.stringify({ ...said, at: new Date(Date.now() - days * DAY - HOUR).toISOString(), waiting: 31, version: '0.0.1' });
  const put = await fetch(`${hub.address}/network/${id}`, { method: 'PUT', headers: { authorization: basic(account), 'content-type': 'application/json' }, body });
  expect(put.status).toBe(201);
}

function rows(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('region', { name: headquarters('list.label') }).getByRole('heading', { level: 2 });
}

test('two offices exchange, a coordinator’s browser sees both, one falls silent', async () => {
  const [raleigh] = await addSlot(hub.data, 'Raleigh', 1);
  if (raleigh === undefined) throw new Error('no account');
  const rosa = await addCoordinator(hub.data, 'Rosa');
  for (const account of [{ name: hub.account, password: hub.password }, raleigh]) {
    const { page } = await office();
    await startChapter(page);
    await connect(page, { ...hub, account: account.name, password: account.password });
    await expectAllSafe(page);
    // The chapter's words on every screen: at whom, as of when.
    await goTo(page, '/members');
    await expect(page.getByRole('link', { name: /Todo en la oficina central\s*hasta/ })).toBeVisible();
  }
  await expect.poll(() => contacts(rosa).then((all) => all.map((one) => one['account']).sort())).toEqual(['durham-1', 'raleigh-1']);
  const said = JSON.stringify(await contacts(rosa));
  for (const word of ['Rosa', 'Oficina', 'Capítulo', '555']) expect(said).not.toContain(word);

  const { page } = await office('en');
  await page.getByRole('button', { name: headquarters('link') }).click();
  await expect(page.getByLabel(sync('connection.address'))).toBeVisible();
  await expectNoViolation(page, 'headquarters, connect');
  await test.step('a chapter’s own account may not see the list, and is told so', async () => {
    await page.getByLabel(sync('connection.address')).fill(hub.address);
    await page.getByLabel(sync('connection.account')).fill('coordinator-nobody');
    await page.getByLabel(sync('connection.password')).fill('not the password');
    await page.getByRole('button', { name: sync('connection.connect') }).click();
    await expect(page.getByText(headquarters('problem.wrong-password'))).toBeVisible();
  });

  await test.step('the list, by keyboard only', async () => {
    await page.getByRole('button', { name: headquarters('account.change') }).click();
    await page.getByLabel(sync('connection.account')).fill(rosa.name);
    await page.getByLabel(sync('connection.password')).fill(rosa.password);
    await page.keyboard.press('Enter');
    await expect(rows(page)).toHaveText(['Durham', 'Raleigh']);
    await expect(page.getByText(headquarters('chapter.fresh'))).toHaveCount(2);
    await tabTo(page, page.getByRole('button', { name: 'Durham', exact: true }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: headquarters('device.label', { name: 'Durham' }) }).getByText(/^Computer [A-Z] · account durham-1$/)).toBeVisible();
    await expectNoViolation(page, 'headquarters, list');
  });

  await test.step('one falls silent: it comes first, with words for it', async () => {
    await fallSilent(raleigh, 12);
    await page.getByRole('button', { name: headquarters('list.refresh') }).click();
    await expect(rows(page)).toHaveText(['Raleigh', 'Durham']);
    await expect(page.getByText(headquarters('chapter.quiet', { count: 12 }))).toBeVisible();
    await expect(page.getByText(headquarters('figure.old', { version: '0.0.1' }))).toBeVisible();
    await fallSilent(raleigh, 33);
    await page.getByRole('button', { name: headquarters('list.refresh') }).click();
    await expect(page.getByText(headquarters('chapter.silent', { count: 33 }))).toBeVisible();
  });

  await test.step('without the server the last list stays, with its time, also after a restart', async () => {
    await hub.stop();
    await page.getByRole('button', { name: headquarters('list.refresh') }).click();
    await expect(page.getByText(headquarters('problem.no-network'))).toBeVisible();
    await expect(rows(page)).toHaveText(['Raleigh', 'Durham']);
    await page.reload();
    await expect(page.getByText(headquarters('problem.no-network'))).toBeVisible();
    await expect(rows(page)).toHaveText(['Raleigh', 'Durham']);
    await page.locator('button[lang="es"]').click();
    await expect(page.getByText(spanish('chapter.silent', { count: 33 }))).toBeVisible();
    await expectNoViolation(page, 'headquarters, kept list');
    await hub.restart();
  });
});
