import { spawnSync } from 'node:child_process';
import { findBrowser, hasLightBrowser } from '../e2e/find-browser.ts';
import { runStep } from './run-step.ts';

function hasBrowser(): boolean {
  try {
    findBrowser();
    return true;
  } catch {
    return false;
  }
}

function hasPdfTools(): boolean {
  return spawnSync('pdftotext', ['-v']).error === undefined;
}

/** Packages are fetched from a server that answers soon, or not at all. */
const SOON = ['-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=0'];

async function install(packages: readonly string[]): Promise<boolean> {
  console.log(`Installing ${packages.join(' and ')} for the tests …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if ((await runStep('apt-get', [...SOON, 'update', '-qq'], env)) !== 0) return false;
  return (await runStep('apt-get', [...SOON, 'install', '-y', '-qq', '--no-install-recommends', '--no-remove', ...packages], env)) === 0;
}

/**
 * Makes sure that the tests' programs are here: a Chromium and pdftotext, and where it can be had a Chromium without
 * windows. What is missing is installed from Debian's packages when that is possible; otherwise a sentence says what to
 * install, and the tests do not start.
 */
export async function ensureTestPrograms(): Promise<boolean> {
  const missing = [...(hasBrowser() ? [] : ['chromium']), ...(hasPdfTools() ? [] : ['poppler-utils'])];
  const canInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).error === undefined;
  // Journeys go at twice the speed in a browser without windows; one of another version than the browser's would not start.
  const better = hasLightBrowser() ? [] : ['chromium', 'chromium-headless-shell'];
  // What only makes it faster may not be had everywhere; without it the journeys take longer.
  for (const packages of [[...missing, ...better], missing]) {
    if (canInstall && packages.length > 0 && (await install(packages))) return true;
  }
  if (missing.length === 0) return true;
  console.error(`The tests need ${missing.join(' and ')}. Install it (Debian: sudo apt-get install ${missing.join(' ')}) and run again.`);
  return false;
}
