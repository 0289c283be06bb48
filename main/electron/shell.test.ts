import type { BrowserWindowConstructorOptions, IpcMainInvokeEvent } from 'electron';
import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runShell, type ElectronParts } from './shell.ts';

let folder = '';
let built = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shell-'));
  built = join(folder, 'built');
  mkdirSync(join(built, 'renderer'), { recursive: true });
  writeFileSync(join(built, 'renderer', 'index.html'), 'the page');
  writeFileSync(join(built, 'app-info.json'), '{"version":"1.2.3","builtAt":"2026-01-02T03:04:05.000Z"}');
});
afterEach(() => {
  process.removeAllListeners('SIGINT');
  process.removeAllListeners('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

class FakeWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly done: string[] = [];
  readonly webContents = Object.assign(new EventEmitter(), { reload: () => this.done.push('reload') });
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }
  loadURL(address: string): Promise<void> {
    this.done.push(`load ${address}`);
    return Promise.resolve();
  }
  getNormalBounds = () => ({ x: 10, y: 20, width: 900, height: 700 });
  isMaximized = () => false;
  isMinimized = () => true;
  restore = () => this.done.push('restore');
  focus = () => this.done.push('focus');
  show = () => this.done.push('show');
  /** Whether the window closed, or waits with it. */
  close(): boolean {
    let closes = true;
    this.emit('close', { preventDefault: () => (closes = false) });
    if (closes) this.done.push('closed');
    return closes;
  }
}

/** As much of Electron as the shell touches, and what became of it. */
function fakeElectron(isFirst = true) {
  const done: string[] = [];
  const windows: FakeWindow[] = [];
  const handlers = new Map<string, (...args: never[]) => unknown>();
  const app = Object.assign(new EventEmitter(), {
    setPath: (name: string, path: string) => done.push(`${name}=${path}`),
    getPath: (name: string) => join(folder, name),
    requestSingleInstanceLock: () => (done.push('lock'), isFirst),
    whenReady: () => Promise.resolve(void done.push('ready')),
    quit: () => done.push('quit'),
  });
  class Window extends FakeWindow {
    constructor(options: BrowserWindowConstructorOptions) {
      super(options);
      windows.push(this);
    }
  }
  const parts = {
    app,
    BrowserWindow: Window,
    dialog: {},
    ipcMain: { handle: (channel: string, handler: () => unknown) => handlers.set(channel, handler) },
    Menu: { setApplicationMenu: () => undefined },
    protocol: {
      registerSchemesAsPrivileged: (schemes: { scheme: string }[]) => done.push(`scheme ${schemes[0]?.scheme}`),
      handle: (scheme: string, handler: () => unknown) => handlers.set(scheme, handler),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }] },
    session: {
      defaultSession: {
        setPermissionRequestHandler: () => done.push('permissions'),
        setPermissionCheckHandler: () => undefined,
        setDevicePermissionHandler: () => undefined,
      },
    },
  };
  return { app, done, handlers, windows, parts: parts as unknown as ElectronParts };
}

describe('the desktop app', () => {
  it('opens its page in a sandboxed window, with scheme and data folder settled before Electron is ready', async () => {
    const { parts, done, windows, handlers } = fakeElectron();
    await runShell(parts, { built });
    expect(done).toEqual([`userData=${join(folder, 'appData', 'Convoca')}`, 'scheme app', 'lock', 'ready', 'permissions']);
    expect(windows[0]?.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      preload: join(built, 'preload', 'preload.cjs'),
    });
    expect(windows[0]?.done).toEqual(['load app://convoca/']);
    const serve = handlers.get('app') as (request: Request) => Promise<Response>;
    expect(await (await serve(new Request('app://convoca/members'))).text()).toBe('the page');
    expect(await (await serve(new Request('app://convoca/host.js'))).text()).toBe('');
    const info = handlers.get('convoca:app.info') as (event: IpcMainInvokeEvent) => Promise<unknown>;
    const senderFrame = { url: 'app://convoca/', parent: null };
    expect(await info({ senderFrame } as IpcMainInvokeEvent)).toMatchObject({ ok: true, value: { version: '1.2.3' } });
    expect([...handlers.keys()]).toEqual(expect.arrayContaining(['convoca:files.choose', 'convoca:paper.pdf', 'convoca:sync.probe']));
  });

  it('opens no second window over the same records: the first one comes forward', async () => {
    const second = fakeElectron(false);
    await runShell(second.parts, { built });
    expect([second.done.at(-1), second.windows]).toEqual(['quit', []]);

    const first = fakeElectron();
    await runShell(first.parts, { built });
    first.app.emit('second-instance');
    expect(first.windows[0]?.done).toEqual(['load app://convoca/', 'restore', 'focus']);
  });

  it('keeps the place of its window before closing, and ends with it', async () => {
    const data = join(folder, 'second-office');
    const { parts, app, done, windows } = fakeElectron();
    await runShell(parts, { built, data });
    expect(done[0]).toBe(`userData=${data}`);
    expect(windows[0]?.close()).toBe(false);
    await expect.poll(() => windows[0]?.done.at(-1)).toBe('closed');
    // The fake's folder for userData is the one that getPath answers.
    expect(JSON.parse(readFileSync(join(folder, 'userData', 'keep', 'window-state'), 'utf8'))).toEqual({
      x: 10,
      y: 20,
      width: 900,
      height: 700,
      maximized: false,
    });
    app.emit('window-all-closed');
    expect(done.at(-1)).toBe('quit');
  });

  it('guards every page that comes to be, and shows the lock screen again after a crash', async () => {
    const { parts, app, windows } = fakeElectron();
    await runShell(parts, { built });
    const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: () => undefined });
    app.emit('web-contents-created', {}, contents);
    let stayed = false;
    contents.emit('will-navigate', { url: 'https://evil.example/', preventDefault: () => (stayed = true) });
    expect(stayed).toBe(true);
    windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(windows[0]?.done).not.toContain('reload');
    windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(windows[0]?.done).toContain('reload');
  });
});
