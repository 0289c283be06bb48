import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const inRepo = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The renderer, for the browser host and Electron alike. `npm run dev` uses the same settings. */
export default defineConfig({
  root: inRepo('renderer'),
  base: '/',
  publicDir: inRepo('build/icons'),
  cacheDir: inRepo('node_modules/.vite'),
  plugins: [react()],
  resolve: {
    // Left to itself, this bundler breaks down on Node's modules in code for the browser.
    alias: [
      { find: /^events$/, replacement: inRepo('build/browser-events.ts') },
      { find: /^(vm|crypto)$/, replacement: inRepo('build/browser-absent.ts') },
    ],
    // A second copy of React or of PouchDB's emitter would not know of the first one's state.
    dedupe: ['react', 'react-dom', '@emotion/react', 'rxjs'],
  },
  server: { fs: { allow: [inRepo('.')] } },
  build: {
    outDir: inRepo('build/out/renderer'),
    emptyOutDir: true,
    target: ['chrome120', 'firefox121', 'safari17'],
    sourcemap: false,
    // Fonts and pictures stay files: the page's policy allows no fonts from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
});
