import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, test, type Page } from '@playwright/test';
import { asList, inventPeople, sameChances } from '../bench/people.ts';
import { browserFlags, findBrowser } from '../find-browser.ts';
import type { Shown, WriterAccess } from '../kill/page/writer.ts';
import { serveWriter, type ServedWriter } from '../kill/served-writer.ts';
import { snapshotBlobs } from '../support/browser-records.ts';
import { browserProcess, startOffice } from '../support/office.ts';
import { killTree } from '../support/processes.ts';
import { openNewPerson, startChapter, unlock } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const members = inWords('es', 'members');
const importing = inWords('es', 'import');
const common = inWords('es', 'common');

/** Printed with every run; give it again in CONVOCA_KILL_SEED for the same chances (the machine's own pace stays its own). */
const SEED = Number(process.env['CONVOCA_KILL_SEED'] ?? Date.now() % 1_000_000);

let served: ServedWriter;
test.beforeAll(async () => {
  served = await serveWriter();
});
test.afterAll(() => {
  served.close();
});

/** Everything that the test process heard of as acknowledged, and what the killed browsers were doing. */
class Heard {
  readonly last = new Map<string, number>();
  access: WriterAccess | null = null;
  serial = 0;
  acknowledged = 0;
  duringSnapshot = 0;
  fromSnapshot = 0;

  take(shown: readonly Shown[]): void {
    for (const [id, serial] of shown) {
      this.last.set(id, Math.max(serial, this.last.get(id) ?? 0));
      this.serial = Math.max(this.serial, serial);
      this.acknowledged += 1;
    }
  }

  /** Acknowledged writes of which neither they nor one that came after them is to be seen. */
  lostIn(found: readonly Shown[]): readonly Shown[] {
    const shown = new Map(found);
    return [...this.last].filter(([id, serial]) => (shown.get(id) ?? -1) < serial);
  }
}

/**
 * One life of a browser: everything acknowledged before is there; then it writes until it is killed at a random moment,
 * `atLeast` acknowledged writes after it began.
 */
async function live(profile: string, heard: Heard, chance: () => number, round: number, atLeast = 0): Promise<void> {
  const context = await chromium.launchPersistentContext(profile, { executablePath: findBrowser(), args: browserFlags() });
  const page = context.pages()[0] ?? (await context.newPage());
  let snapshotBegan = (): void => undefined;
  const snapshot = new Promise<void>((resolve) => (snapshotBegan = resolve));
  await page.exposeFunction('acknowledged', (shown: readonly Shown[]) => heard.take(shown));
  await page.exposeFunction('snapshotBegins', () => snapshotBegan());
  await page.goto(served.address);
  heard.access = await page.evaluate((access) => globalThis.writer.open(access), heard.access);
  if ((await page.evaluate(() => globalThis.writer.openedFrom())) === 'snapshot') heard.fromSnapshot += 1;
  await expectNothingLost(page, heard, `round ${String(round)}`);
  const main = await browserProcess(context);
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
  // Numbers of a life never meet those of another.
  const from = heard.serial + 10_000;
  const withSnapshot = round % 3 === 2;
  const chances = Array.from({ length: 199 }, chance);
  const before = heard.acknowledged;
  await page.evaluate(([first, numbers, snapshots]) => globalThis.writer.write(first, numbers, snapshots), [from, chances, withSnapshot] as const);
  if (withSnapshot) {
    await snapshot;
    heard.duringSnapshot += 1;
  }
  await expect.poll(() => heard.acknowledged - before, { intervals: [20] }).toBeGreaterThanOrEqual(atLeast);
  await new Promise((resolve) => setTimeout(resolve, chance() * (withSnapshot ? 120 : 300)));
  killTree(main);
  await gone;
}

/** What is opened shows every acknowledged write; where it does not, it is said whether the database itself has them. */
async function expectNothingLost(page: Page, heard: Heard, round: string): Promise<void> {
  const lost = heard.lostIn(await page.evaluate(() => globalThis.writer.read()));
  if (lost.length === 0) return;
  const from = await page.evaluate(() => globalThis.writer.openedFrom());
  await forgetSnapshot(page);
  await page.goto(served.address);
  await page.evaluate((access) => globalThis.writer.open(access), heard.access);
  const inDatabase = heard.lostIn(await page.evaluate(() => globalThis.writer.read()));
  const where = `opened from the ${from}: ${String(lost.length)} lost; from the database alone: ${String(inDatabase.length)} lost`;
  expect(lost, `${round}, seed ${String(SEED)}, ${where}`).toEqual([]);
}

/** The page without a chapter, and no snapshot for the next opening. */
async function forgetSnapshot(page: Page): Promise<void> {
  await page.goto(`${served.address}index.html`);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) if (name.startsWith('snapshot-')) await caches.delete(name);
  });
}

async function manyLives(rounds: number): Promise<void> {
  console.log(`kill test: seed ${String(SEED)}, ${String(rounds)} kills`);
  const next = sameChances(SEED);
  const chance = (): number => next(1_000_000) / 1_000_000;
  const profile = mkdtempSync(path.join(tmpdir(), 'convoca-kill-'));
  const heard = new Heard();
  try {
    for (let round = 0; round < rounds; round += 1) await live(profile, heard, chance, round);
    await lookOnce(profile, heard);
    console.log(`kill test: ${String(heard.acknowledged)} acknowledged, 0 lost; ${String(heard.duringSnapshot)} killed while a snapshot was written, ${String(heard.fromSnapshot)} opened from one`);
    expect(heard.acknowledged).toBeGreaterThan(rounds * 10);
    expect(heard.duringSnapshot).toBeGreaterThan(0);
    expect(heard.fromSnapshot).toBeGreaterThan(0);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The last look: once as the app opens, once from the database alone, and both show the same. */
async function lookOnce(profile: string, heard: Heard): Promise<void> {
  const context = await chromium.launchPersistentContext(profile, { executablePath: findBrowser(), args: browserFlags() });
  const page = context.pages()[0] ?? (await context.newPage());
  const look = async (): Promise<readonly Shown[]> => {
    await page.goto(served.address);
    await page.evaluate((access) => globalThis.writer.open(access), heard.access);
    return page.evaluate(() => globalThis.writer.read());
  };
  const first = await look();
  expect(heard.lostIn(first), `at the end, seed ${String(SEED)}`).toEqual([]);
  await forgetSnapshot(page);
  const second = await look();
  expect(new Map(second)).toEqual(new Map(first));
  await context.close();
}

test('fifty-one kills during writes: every acknowledged write is there after reopening', async () => {
  test.setTimeout(300_000);
  await manyLives(51);
});

/** LevelDB's log that the browser writes at, with the beginning of an entry at its end whose rest never came. */
function tearLog(profile: string): void {
  const databases = path.join(profile, 'Default', 'IndexedDB');
  const [folder = ''] = readdirSync(databases).filter((name) => name.endsWith('.leveldb'));
  const log = readdirSync(path.join(databases, folder)).filter((name) => name.endsWith('.log')).sort().at(-1) ?? '';
  // Checksum, length and kind of an entry of 434 bytes: what a kill between the two halves of a write leaves behind.
  appendFileSync(path.join(databases, folder, log), new Uint8Array([1, 2, 3, 4, 0xb2, 1, 1]));
}

test('a torn end of the browser’s own log costs nothing, however often it is torn', async () => {
  test.setTimeout(120_000);
  const profile = mkdtempSync(path.join(tmpdir(), 'convoca-torn-'));
  const heard = new Heard();
  const next = sameChances(SEED + 2);
  try {
    for (let round = 0; round < 4; round += 1) {
      // Never with a snapshot: nothing but the database may bring the records back.
      await live(profile, heard, () => next(1_000_000) / 1_000_000, 3 * round, 8);
      tearLog(profile);
    }
    await lookOnce(profile, heard);
    expect(heard.acknowledged).toBeGreaterThan(30);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('four hundred kills during writes @long', async () => {
  test.setTimeout(3_000_000);
  await manyLives(400);
});

async function expectPeople(page: Page): Promise<number> {
  await goTo(page, '/members');
  const [before = '', after = ''] = members('people.count', { count: 12_345 }).split('12,345');
  const said = page.getByText(new RegExp(`^${before}[\\d,]+${after}$`)).first();
  await expect(said).toBeVisible({ timeout: 60_000 });
  return Number((/[\d,]+/.exec(await said.innerText())?.[0] ?? '').replace(/,/g, ''));
}

test('the app killed while someone types, during an import of 12,000 rows, and while its snapshot is written', async () => {
  test.setTimeout(300_000);
  const next = sameChances(SEED + 1);
  const office = await startOffice({ wholeBrowser: true });
  try {
    await startChapter(office.page);
    const typed = await typeUntilKilled(office.page, 3);
    await office.killBrowser();
    await unlock(await office.openBrowser());
    await expectPeople(office.page);
    for (const name of typed) {
      await office.page.keyboard.press('F3');
      await office.page.keyboard.press('Control+A');
      await office.page.keyboard.type(name);
      await expect(office.page.getByRole('option').filter({ hasText: name.split(' ').at(-1) ?? '' }).first()).toBeVisible();
      await office.page.keyboard.press('Escape');
    }

    const shown = await importUntil(office.page, 1_000 + next(6_000));
    await office.killBrowser();
    await unlock(await office.openBrowser());
    const brought = await expectPeople(office.page);
    expect(brought, `seed ${String(SEED)}`).toBeGreaterThanOrEqual(shown + typed.length);
    expect(brought).toBeLessThan(12_000);
    await office.page.getByRole('link', { name: members('places.import') }).click();
    await expect(office.page.getByText(importing('screen.past.unfinished')).first()).toBeVisible({ timeout: 30_000 });

    // In idle time, some seconds after the last write, the snapshot is written: blob after blob, its head last.
    await expect.poll(() => snapshotBlobs(office.page), { timeout: 60_000, intervals: [20] }).toBeGreaterThan(0);
    await office.killBrowser();
    await unlock(await office.openBrowser());
    expect(await expectPeople(office.page)).toBe(brought);
    await office.page.getByRole('link', { name: members('places.import') }).click();
    await office.page.getByRole('button', { name: importing('screen.takeBack') }).first().click();
    await expect(office.page.getByText(importing('screen.past.takenBack')).first()).toBeVisible({ timeout: 120_000 });
    expect(await expectPeople(office.page)).toBe(typed.length);
  } finally {
    await office.remove();
  }
});

/** Types people one after another; a name counts once the screen has said that it is saved. */
async function typeUntilKilled(page: Page, count: number): Promise<readonly string[]> {
  await openNewPerson(page);
  const field = page.getByLabel(members('person.field.nameAsWritten'), { exact: true });
  const saved: string[] = [];
  for (const name of ['Eustolia Zúñiga Quispe', 'Wenceslao Ñandú Ixchop', 'Yolotzin Menchú Arriaga'].slice(0, count)) {
    await field.fill(name);
    await page.keyboard.press('Tab');
    await expect(page.getByText(common('field.saved')).first()).toBeVisible();
    saved.push(name);
    if (saved.length === count) break;
    await page.keyboard.press('F10');
    await expect(field).toHaveValue('');
  }
  return saved;
}

/** Begins to bring in 12,000 rows and watches how far the screen says it is, up to that many; the last number shown. */
async function importUntil(page: Page, rows: number): Promise<number> {
  await page.getByRole('link', { name: members('places.import') }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: importing('screen.choose.button') }).click();
  await (await chooser).setFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(asList(inventPeople(12_000)), 'utf8') });
  await page.getByRole('button', { name: importing('screen.columns.next') }).click();
  await page.getByRole('button', { name: /^Traer a [\d,]+ persona/ }).click({ timeout: 60_000 });
  let shown = 0;
  const [of = ''] = common('progress.of', { done: 1, total: 2 }).match(/\D+/) ?? [];
  while (shown < rows) {
    const text = await page.getByText(new RegExp(`^[\\d,]+${of}[\\d,]+$`)).first().innerText({ timeout: 60_000 });
    shown = Number((/^[\d,]+/.exec(text)?.[0] ?? '0').replace(/,/g, ''));
  }
  return shown;
}
