import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { readAppInfo } from '../main/machine/app-info.ts';
import { openBuiltPages } from '../main/web/built-pages.ts';
import { readOptions, USAGE, type StartOptions } from '../main/web/options.ts';
import { servePages } from '../main/web/page-files.ts';
import { contentPolicy } from '../main/web/policy.ts';
import { runBrowserHost } from '../main/web/run.ts';
import { electronBinary, hasDisplay } from './electron-binary.ts';
import { makeFresh } from './freshness.ts';
import { openBrowser } from './open-browser.ts';
import { inRepo } from './targets.ts';

/** `npm start`: builds what is stale, then opens Electron, or the browser host where Electron cannot be. */
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const options = readOptions(process.argv.slice(2));
if (options === null) {
  say(USAGE);
  process.exit(2);
}
const electron = options.web ? null : chooseElectron();
if (electron === null) await startInBrowser(options);
else await startElectron(electron, options);

/** Electron's program, if this computer can show it. It does not run as root without giving up its sandbox. */
function chooseElectron(): string | null {
  const isRoot = process.getuid?.() === 0;
  return hasDisplay() && !isRoot ? electronBinary() : null;
}

async function startElectron(binary: string, { ownFolder, dataFolder }: StartOptions): Promise<void> {
  await makeFresh(['renderer', 'electron', 'preload', 'neighbour']);
  const child = spawn(binary, [inRepo('.'), ...(ownFolder ? [`--data=${dataFolder}`] : [])], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => process.exit(code ?? 0));
}

async function startInBrowser({ port, dataFolder, shareAt, open, web }: StartOptions): Promise<void> {
  await makeFresh(['renderer', 'host']);
  const pages = await openBuiltPages(inRepo('build/out/renderer'), new Uint8Array(await readFile(inRepo('build/out/web/host.js'))));
  const host = await runBrowserHost({
    port,
    dataFolder,
    shareAt,
    say,
    info: await readAppInfo(inRepo('build/out/app-info.json')),
    policy: contentPolicy(),
    pages: () => servePages(pages),
  });
  if (host === null) process.exit(1);
  const why = web ? 'Convoca:' : 'Electron no está en esta computadora; abra Convoca en su navegador / no Electron here; open Convoca in your browser:';
  say(`${why} ${host.address}`);
  if (open && hasDisplay()) openBrowser(host.addressForOnce());
}
