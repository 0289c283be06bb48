import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The path of a Chromium that tests can drive: the one named by CONVOCA_CHROMIUM, else Playwright's own, else one of the
 * system's. Throws a sentence that says how to get one when there is none.
 */
export function findBrowser(): string {
  const named = process.env.CONVOCA_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CONVOCA_CHROMIUM names ${named}, but there is no such file. Correct it or unset it.`);
  }
  const found = [chromium.executablePath(), ...SYSTEM_BROWSERS].find((path) => path !== '' && existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium was found. Run "npx playwright install chromium" or "apt-get install chromium", or name one in CONVOCA_CHROMIUM.',
  );
}

/** Flags for a browser that tests drive: nothing in the background, and no sandbox only where root forbids one. */
export function browserFlags(): string[] {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
}
