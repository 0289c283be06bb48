import { spawnSync } from 'node:child_process';
import { findBrowser } from '../e2e/find-browser.ts';
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

/**
 * Makes sure that the tests' programs are here: a Chromium and pdftotext. What is missing is installed from Debian's
 * packages when that is possible; otherwise a sentence says what to install, and the tests do not start.
 */
export async function ensureTestPrograms(): Promise<boolean> {
  const missing = [...(hasBrowser() ? [] : ['chromium']), ...(hasPdfTools() ? [] : ['poppler-utils'])];
  if (missing.length === 0) return true;
  const isRoot = process.getuid?.() === 0;
  const hasApt = spawnSync('apt-get', ['--version']).error === undefined;
  if (isRoot && hasApt) {
    console.log(`Installing ${missing.join(' and ')} for the tests …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runStep('apt-get', ['update', '-qq'], env);
    if ((await runStep('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], env)) === 0) return true;
  }
  console.error(`The tests need ${missing.join(' and ')}. Install it (Debian: sudo apt-get install ${missing.join(' ')}) and run again.`);
  return false;
}
