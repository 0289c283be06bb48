import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectPeople, makeMeeting, openToType, printSheet, type WrittenMeeting } from './meeting-steps.ts';
import { namesOnce } from './names-once.ts';
import { goTo } from './words.ts';

const EXPECTED = 40;
const DAY = 86_400_000;

/** A day so many days from now, as someone writes it in Spanish. */
function dayFromNow(days: number): string {
  return new Intl.DateTimeFormat('es-US', { day: 'numeric', month: 'long', year: 'numeric' }).format(Date.now() + days * DAY);
}

const PAST: WrittenMeeting = { es: 'Asamblea de vivienda', en: 'Housing assembly', date: dayFromNow(-2), place: 'Salón San José' };
const COMING: readonly WrittenMeeting[] = [
  { es: 'Equipo núcleo de Emanuel', en: 'Core team at Emanuel', date: dayFromNow(2), place: 'Iglesia Emanuel' },
  { es: 'Reunión de casa, familia Ríos', en: 'House meeting, Ríos family', date: dayFromNow(5), place: '' },
  { es: 'Acción pública por escuelas seguras', en: 'Public action for safe schools', date: dayFromNow(20), place: 'Centro comunitario El Faro' },
];

/** Opens the page of the meeting that is past. */
export async function openPastMeeting(page: Page): Promise<void> {
  await goTo(page, '/meetings');
  await page.locator('main').getByRole('link', { name: /Asamblea de vivienda|Housing assembly/ }).first().click();
  await page.locator('main a[href="/meetings"]').waitFor();
}

/** Meetings of before and after, and the sheet of the past one printed; gives its code. */
export async function planMeetings(page: Page, list: string): Promise<string> {
  for (const meeting of COMING) await makeMeeting(page, meeting);
  await makeMeeting(page, PAST);
  await expectPeople(page, namesOnce(readFileSync(list, 'utf8')).slice(0, EXPECTED));
  return printSheet(page);
}

/** Marks who came on the first page, opens the last to type and goes down some lines; the last one is half typed and offers people. */
export async function typeHalf(page: Page, code: string, list: string): Promise<void> {
  const known = namesOnce(readFileSync(list, 'utf8')).slice(EXPECTED, EXPECTED + 2);
  await openTyping(page);
  await openToType(page, `${code}-1`, 13);
  for (let line = 0; line < 11; line += 1) await page.keyboard.press(line === 4 ? 'ArrowDown' : 'Enter');
  await openTyping(page);
  await openToType(page, `${code}-4`, 12);
  for (const name of known) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('Zoila Recién Llegada');
  await page.keyboard.press('+');
  await page.keyboard.press('-');
  await page.keyboard.type('Chayo Ibarr');
  await page.keyboard.press('*');
  await page.keyboard.type('guadalupe');
}

/** Goes to where codes are typed. */
export async function openTyping(page: Page): Promise<void> {
  await goTo(page, '/meetings');
  await page.locator('main header button').first().click();
}
