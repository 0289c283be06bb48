import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright';
import { renderToStaticMarkup } from 'react-dom/server';
import type { AttendanceSheetContent } from '../shared/papers/attendance-sheet.ts';
import { AttendanceSheet } from '../renderer/papers/AttendanceSheet.tsx';

/** Prints a paper with a real browser and reads the PDF back, for the tests of the papers. */

const here = fileURLToPath(new URL('../renderer/papers/', import.meta.url));
const packages = new URL('../node_modules/', import.meta.url).href;

function stylesheet(name: string): string {
  return readFileSync(join(here, name), 'utf8').replaceAll("@import '@", `@import '${packages}@`);
}

export interface PrintedPdf {
  /** Text of each page as `pdftotext -layout` reads it. */
  readonly pages: readonly string[];
  /** Width and height of the first page, inches. */
  readonly size: readonly [number, number];
  /** Names of the fonts embedded in the PDF. */
  readonly fonts: string;
  /** Pages whose contents do not fit their box, measured in the browser. */
  readonly overflowing: readonly string[];
}

/** Lays a sheet out beside some app chrome, as in the app's body, and prints it. */
export async function printSheet(browser: Browser, content: AttendanceSheetContent): Promise<PrintedPdf> {
  const folder = mkdtempSync(join(tmpdir(), 'convoca-paper-'));
  const html = join(folder, 'paper.html');
  const markup = renderToStaticMarkup(<AttendanceSheet content={content} />);
  writeFileSync(
    html,
    `<!doctype html><html lang="es"><meta charset="utf-8"><style>${stylesheet('paper.css')}</style><style>${stylesheet('attendance-sheet.css')}</style>` +
      `<body><div id="root" style="padding:200px;height:3000px">CHROME OF THE APP</div><div class="paper-printout">${markup}</div></body></html>`,
  );
  const page = await browser.newPage();
  try {
    await page.goto(pathToFileURL(html).href);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(async () => {
      await Promise.all([...document.fonts].map((font) => font.load()));
    });
    const overflowing = await page.evaluate(() =>
      [...document.querySelectorAll('.paper-page')].flatMap((sheet, place) => {
        const box = sheet.querySelector('.paper-box')?.getBoundingClientRect();
        if (box === undefined) return [`${place + 1}: no box`];
        const rows = sheet.querySelector('.sheet-rows')?.getBoundingClientRect();
        const foot = sheet.querySelector('.sheet-footer')?.getBoundingClientRect();
        if (rows === undefined || foot === undefined) return [`${place + 1}: incomplete`];
        const problems = [...sheet.querySelectorAll('.paper-box *')]
          .filter((element) => {
            const part = element.getBoundingClientRect();
            const outside = part.right > box.right + 1 || part.left < box.left - 1 || part.bottom > box.bottom + 1;
            return outside || (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0);
          })
          .map((element) => `${place + 1}: ${element.className || element.tagName} ${element.textContent?.slice(0, 30)}`);
        return rows.bottom > foot.top - 2 ? [...problems, `${place + 1}: rows over totals by ${rows.bottom - foot.top}`] : problems;
      }),
    );
    const file = join(folder, 'paper.pdf');
    await page.pdf({ path: file, preferCSSPageSize: true });
    const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info);
    const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' });
    return { pages, size: [Number(size?.[1]) / 72, Number(size?.[2]) / 72], fonts, overflowing };
  } finally {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
