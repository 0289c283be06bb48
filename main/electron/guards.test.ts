import type { WebContents } from 'electron';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { guardNavigation, refusePermissions } from './navigation-guard.ts';
import { isOurPage } from './origin.ts';

const FOREIGN = [
  'https://evil.example/',
  'app://convoca.evil.example/',
  'app://convoca@evil.example/',
  'app://user@convoca/',
  'app://evil/convoca',
  'apps://convoca/',
  'file:///etc/passwd',
  'data:text/html,app://convoca/',
  'javascript:alert(1)',
  'about:blank',
  'convoca',
  '',
];

describe('our pages', () => {
  it.each(['app://convoca/', 'app://convoca/members?x=1#y', 'app://convoca'])('%s is one', (address) => {
    expect(isOurPage(address)).toBe(true);
  });
  it.each(FOREIGN)('%j is none', (address) => {
    expect(isOurPage(address)).toBe(false);
  });
});

class FakeContents extends EventEmitter {
  openWindow: (() => { action: string }) | undefined;
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openWindow = handler;
  }
  /** Whether the page may go there. */
  goes(event: string, url: string): boolean {
    let prevented = false;
    this.emit(event, { url, preventDefault: () => (prevented = true) });
    return !prevented;
  }
}

describe('navigation', () => {
  const contents = new FakeContents();
  guardNavigation(contents as unknown as WebContents);

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s leads to our pages only', (event) => {
    expect(contents.goes(event, 'app://convoca/members')).toBe(true);
    for (const address of FOREIGN) expect([address, contents.goes(event, address)]).toEqual([address, false]);
  });

  it('opens no window and embeds nothing', () => {
    expect(contents.openWindow?.()).toEqual({ action: 'deny' });
    expect(contents.goes('will-attach-webview', 'app://convoca/')).toBe(false);
  });
});

it('no permission is granted, asked for or looked up', () => {
  const answers: unknown[] = [];
  type Request = (contents: null, permission: string, answer: (granted: boolean) => void) => void;
  refusePermissions({
    setPermissionRequestHandler: (handler: unknown) => {
      (handler as Request)(null, 'media', (granted) => answers.push(granted));
    },
    setPermissionCheckHandler: (handler: unknown) => {
      answers.push((handler as () => boolean)());
    },
    setDevicePermissionHandler: (handler: unknown) => {
      answers.push((handler as () => boolean)());
    },
  });
  expect(answers).toEqual([false, false, false]);
});
