import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usualDataFolder } from '../machine/data-folder.ts';
import { readOptions } from './options.ts';

describe('the words after npm start', () => {
  it('are none: the fixed port and the usual folder', () => {
    expect(readOptions([])).toEqual({ web: false, port: 4747, dataFolder: usualDataFolder(4747), ownFolder: false, shareAt: {}, open: true });
  });
  it('choose the browser, a port and a folder', () => {
    expect(readOptions(['--web', '--port', '5000', '--data', '/tmp/x', '--no-open'])).toEqual({
      web: true,
      port: 5000,
      dataFolder: '/tmp/x',
      ownFolder: true,
      shareAt: {},
      open: false,
    });
  });
  it('say in which network this PC shares', () => {
    expect(readOptions(['--share-at', '127.0.0.1:0'])?.shareAt).toEqual({ host: '127.0.0.1', port: 0, multicast: { interface: '127.0.0.1' } });
    expect(readOptions(['--share-at', '0.0.0.0:6000'])?.shareAt).toEqual({ host: '0.0.0.0', port: 6000 });
  });
  it('give another port another folder, since its records are others', () => {
    expect(readOptions(['--port', '5000'])?.dataFolder).toBe(usualDataFolder(5000));
    expect(usualDataFolder(5000)).not.toBe(usualDataFolder(4747));
  });
  it.each([[['--port', 'x']], [['--port', '70000']], [['--port', '-1']], [['--port', '1e3']], [['--port']], [['--what']], [['file']], [['--share-at', 'x']], [['--share-at', '127.0.0.1:70000']]])(
    'are refused: %j',
    (words) => {
      expect(readOptions(words)).toBeNull();
    },
  );
});

describe('the usual folder', () => {
  it("is where each system keeps an account's program data", () => {
    expect(usualDataFolder(4747, 'linux', {}, '/home/rosa')).toBe(join('/home/rosa', '.local', 'share', 'convoca'));
    expect(usualDataFolder(4747, 'linux', { XDG_DATA_HOME: '/data' }, '/home/rosa')).toBe(join('/data', 'convoca'));
    expect(usualDataFolder(4747, 'darwin', {}, '/Users/rosa')).toBe(join('/Users/rosa', 'Library', 'Application Support', 'convoca'));
    expect(usualDataFolder(4747, 'win32', { LOCALAPPDATA: 'L' }, 'U')).toBe(join('L', 'convoca'));
  });
});
