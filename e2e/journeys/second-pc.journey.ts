import { expect, test } from '@playwright/test';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { startOffice, type Office } from '../support/office.ts';
import { addPerson, connect, expectAllSafe, invite, join, sendAndReceive, startChapter } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const sync = inWords('es', 'sync');

let hub: TestHub;
let first: Office;
test.beforeEach(async () => {
  [hub, first] = await Promise.all([startTestHub(), startOffice()]);
});
test.afterEach(async () => {
  await first.remove();
  await hub.remove();
});

test('a second PC joins by file and six words, and both have what each wrote', async () => {
  await startChapter(first.page);
  await addPerson(first.page, 'Lupita Hernández Ríos');
  await connect(first.page, hub);
  await expectAllSafe(first.page);
  const invitation = await invite(first.page);
  const second = await startOffice();
  try {
    await join(second.page, invitation);
    await sendAndReceive(second.page);
    await addPerson(second.page, 'Wilmer Cruz');
    await sendAndReceive(second.page);
    await sendAndReceive(first.page);
    for (const office of [first, second]) {
      await goTo(office.page, '/members');
      await expect(office.page.getByText('Hernández Ríos, Lupita').first()).toBeVisible();
      await expect(office.page.getByText('Cruz, Wilmer').first()).toBeVisible();
    }
  } finally {
    await second.remove();
  }
});

test('wrong password, hub down, hub back: each a plain sentence, and nothing is lost', async () => {
  const { page } = first;
  const peer = sync('connection.labelDefault');
  await startChapter(page);
  await connect(page, hub, 'no es la contraseña');
  await expect(page.getByText(sync('problem.wrong-password', { peer }))).toBeVisible();
  await page.getByRole('button', { name: sync('connection.change') }).click();
  await page.getByLabel(sync('connection.password')).fill(hub.password);
  await page.getByRole('button', { name: sync('connection.connect') }).click();
  await expectAllSafe(page);
  await hub.stop('SIGKILL');
  await addPerson(first.page, 'Lupita Hernández Ríos');
  await goTo(page, '/sync');
  await page.getByRole('button', { name: sync('button'), exact: true }).click();
  await expect(page.getByText(sync('problem.no-network', { peer }))).toBeVisible();
  const [since = ''] = sync('state.waitingSince', { count: 1, when: '|' }).split('|');
  await expect(page.getByText(since)).toBeVisible();
  // Nobody presses anything any more: it goes on by itself.
  await hub.restart();
  await expectAllSafe(page);
});
