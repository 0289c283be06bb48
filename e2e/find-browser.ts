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

/** Chromium without windows: the same engine and storage from the same package's source, at half the cost of starting and running. */
// Debian's command for it stays beside it as a shell of its own, which would be killed in its place.
const WITHOUT_WINDOWS = '/usr/lib/chromium/chromium-headless-shell';

/**
 * The path of a Chromium that tests can drive: the one named by CONVOCA_CHROMIUM, else Playwright's own, else one of the
 * system's. With `canLackWindows` one that has none is taken where there is one. Throws a sentence that says how to get
 * one when there is none at all.
 */
export function findBrowser({ canLackWindows = false } = {}): string {
  const named = process.env.CONVOCA_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CONVOCA_CHROMIUM names ${named}, but there is no such file. Correct it or unset it.`);
  }
  const found = [...(canLackWindows ? [WITHOUT_WINDOWS] : []), chromium.executablePath(), ...SYSTEM_BROWSERS].find((path) => path !== '' && existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium was found. Run "npx playwright install chromium" or "apt-get install chromium", or name one in CONVOCA_CHROMIUM.',
  );
}

/** True where {@link findBrowser} finds one without windows, or a certain one is named. */
export function hasLightBrowser(): boolean {
  return (process.env.CONVOCA_CHROMIUM ?? '') !== '' || existsSync(WITHOUT_WINDOWS);
}

/** Flags for a browser that tests drive: nothing in the background, and no sandbox only where root forbids one. */
export function browserFlags(): string[] {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
}
