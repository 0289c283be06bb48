import type Electron from 'electron';
import { join } from 'node:path';
import { readAppInfo } from '../machine/app-info.ts';
import { hostAnswerers } from '../machine/host-calls.ts';
import { openMachine, type Machine } from '../machine/machine.ts';
import { openBuiltPages } from '../web/built-pages.ts';
import { appProtocol } from './app-protocol.ts';
import { answerCalls } from './ipc.ts';
import { guardNavigation, refusePermissions } from './navigation-guard.ts';
import { ORIGIN, SCHEME, SCHEME_PRIVILEGES } from './origin.ts';
import { utilityHub } from './utility-hub.ts';
import { windowAnswerers } from './window-calls.ts';
import { keepPlace, lastPlace } from './window-state.ts';

/** What of Electron the shell uses; its one entry file hands it in. */
export type ElectronParts = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'Menu' | 'protocol' | 'screen' | 'session' | 'utilityProcess'
>;

/** Where the build put things, and where this PC keeps its own. */
export interface ShellPaths {
  /** `build/out` of the installed program. */
  readonly built: string;
  /** Another data folder than the system's, for tests and a second office. */
  readonly data?: string | undefined;
}

/** Runs the desktop app. Resolves when its window is open, or at once when another Convoca on this PC shows its own. */
export async function runShell(electron: ElectronParts, { built, data }: ShellPaths): Promise<void> {
  const { app, dialog, ipcMain, Menu, protocol, screen, session } = electron;
  // Never the folder that Electron derives from the product's name, which may change: the records are in it.
  app.setPath('userData', data ?? join(app.getPath('appData'), 'Convoca'));
  protocol.registerSchemesAsPrivileged([SCHEME_PRIVILEGES]);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents);
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
  await app.whenReady();
  // On a Mac, copying and pasting by keyboard hang on the menu.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);

  const machine = await openMachine(app.getPath('userData'), await readAppInfo(join(built, 'app-info.json')), {
    sharing: { spawn: utilityHub(electron.utilityProcess, join(built, 'neighbour', 'neighbour.cjs')) },
  });
  app.on('will-quit', () => void machine.end());
  // The preload has set the host before any script runs, so the page's `/host.js` is empty here.
  const pages = await openBuiltPages(join(built, 'renderer'), new Uint8Array());
  protocol.handle(SCHEME, appProtocol(pages, machine.proxy));
  refusePermissions(session.defaultSession);

  const place = await lastPlace(machine.keep, screen.getAllDisplays().map(({ workArea }) => workArea));
  const window = new electron.BrowserWindow({
    ...place.bounds,
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: 'Convoca',
    backgroundColor: '#FBF8F3',
    webPreferences: {
      preload: join(built, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      // Chromium would fetch dictionaries from the internet.
      spellcheck: false,
    },
  });
  if (place.maximized) window.maximize();
  answerCalls(ipcMain, hostAnswerers(machine));
  answerCalls(
    ipcMain,
    windowAnswerers(window, {
      open: (parent, options) => dialog.showOpenDialog(parent, options),
      save: (parent, options) => dialog.showSaveDialog(parent, options),
    }),
  );
  keepWindowPlace(window, machine);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  // A renderer that crashed has lost nothing that was saved; showing the lock screen again is the way on.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  await window.loadURL(`${ORIGIN}/`);
}

/** The window waits with closing until its place is kept. */
function keepWindowPlace(window: Electron.BrowserWindow, { keep }: Machine): void {
  let isKept = false;
  window.on('close', (event) => {
    if (isKept) return;
    event.preventDefault();
    void keepPlace(keep, { ...window.getNormalBounds(), maximized: window.isMaximized() }).then(() => {
      isKept = true;
      window.close();
    });
  });
}
