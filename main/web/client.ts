/** The browser host's side of the contract, served as `/host.js` and run before the renderer (design §6). */
import type { Host } from '../../shared/host.ts';
import { commonHost } from '../machine/page-host.ts';
import { domFiles } from './dom-files.ts';
import { httpCall } from './http-call.ts';
import { handInKey } from './hand-in-key.ts';

const listeners = new Set<() => void>();
let lockedOut = false;

const call = httpCall(handInKey(), () => {
  if (lockedOut) return;
  lockedOut = true;
  for (const listener of listeners) listener();
});

// The new address opened in an old tab changes nothing but the fragment, so the page would not load by itself.
window.addEventListener('hashchange', () => {
  void handInKey().then(() => {
    if (lockedOut) location.reload();
  });
});

globalThis.convocaHost = {
  kind: 'browser',
  ...commonHost(call),
  files: domFiles,
  paper: {
    print: () => {
      window.print();
      return Promise.resolve();
    },
    pdf: () => Promise.resolve('use-print'),
  },
  onLockedOut: (listener) => {
    listeners.add(listener);
    if (lockedOut) listener();
    return () => listeners.delete(listener);
  },
} satisfies Host;
