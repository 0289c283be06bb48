import type { OpenDialogOptions, PrintToPDFOptions, SaveDialogOptions } from 'electron';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BadArguments } from '../machine/host-calls.ts';
import type { ElectronCallName } from './channels.ts';
import { windowAnswerers, type PaperWindow } from './window-calls.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'window-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A window whose dialogs the test answers: with a path, or null for "changed their mind". */
function fakeWindow(chosen: string | null, printer: [boolean, string] = [true, '']) {
  const asked: { open?: OpenDialogOptions; save?: SaveDialogOptions; pdf?: PrintToPDFOptions } = {};
  const window: PaperWindow = {
    webContents: {
      print: (_options, done) => done?.(...printer),
      printToPDF: (options) => {
        asked.pdf = options;
        return Promise.resolve(Buffer.from('%PDF-1.7'));
      },
    },
  };
  const answerers = windowAnswerers(window, {
    open: (_window, options) => {
      asked.open = options;
      return Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
    },
    save: (_window, options) => {
      asked.save = options;
      return Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
    },
  });
  const call = async (name: ElectronCallName, ...args: unknown[]): Promise<unknown> => answerers.get(name)?.(args);
  return { asked, call };
}

describe('files', () => {
  it('chosen are read when they are not too large', async () => {
    const path = join(folder, 'lista.csv');
    writeFileSync(path, 'a,b');
    const { call, asked } = fakeWindow(path);
    expect(await call('files.choose', '.csv,.tsv', 3)).toEqual({
      name: 'lista.csv',
      size: 3,
      bytes: new Uint8Array([97, 44, 98]),
      tooLarge: false,
    });
    expect(asked.open).toMatchObject({ properties: ['openFile'], filters: [{ extensions: ['csv', 'tsv'] }] });
    expect(await call('files.choose', '.csv', 2)).toEqual({ name: 'lista.csv', size: 3, bytes: new Uint8Array(), tooLarge: true });
  });

  it('are null when people changed their mind, and nothing is written', async () => {
    const { call } = fakeWindow(null);
    expect(await call('files.choose', '', 10)).toBeNull();
    expect(await call('files.save', 'a.csv', 'text/csv', new Uint8Array([1]))).toBe(false);
    expect(await call('paper.pdf', 'hoja.pdf')).toBe('cancelled');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('saved have the bytes and the suggested name', async () => {
    const path = join(folder, 'b.csv');
    const { call, asked } = fakeWindow(path);
    expect(await call('files.save', 'b.csv', 'text/csv', new Uint8Array([195, 177]))).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('ñ');
    expect(asked.save).toMatchObject({ defaultPath: 'b.csv', filters: [{ extensions: ['csv'] }] });
  });

  it.each(['', '../a', '/etc/x', 'a\\b', '.bashrc', 'a\u0000b', 'x'.repeat(151)])('are not saved as %j', async (name) => {
    const { call, asked } = fakeWindow(join(folder, 'x'));
    await expect(call('files.save', name, 'text/csv', new Uint8Array())).rejects.toThrow(BadArguments);
    await expect(call('paper.pdf', name)).rejects.toThrow(BadArguments);
    expect(asked).toEqual({});
  });
});

describe('papers', () => {
  it('become PDF by their own page rules, tagged for screen readers', async () => {
    const { call, asked } = fakeWindow(join(folder, 'hoja.pdf'));
    expect(await call('paper.pdf', 'hoja.pdf')).toBe('saved');
    expect(asked.pdf).toMatchObject({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true });
    expect(readFileSync(join(folder, 'hoja.pdf'), 'latin1')).toBe('%PDF-1.7');
  });

  it('go to a printer; closing its dialog is no failure, a printer that refuses is one', async () => {
    await expect(fakeWindow(null).call('paper.print')).resolves.toBeUndefined();
    await expect(fakeWindow(null, [false, 'Print job canceled']).call('paper.print')).resolves.toBeUndefined();
    await expect(fakeWindow(null, [false, 'Invalid printer settings']).call('paper.print')).rejects.toMatchObject({ code: 'printer' });
  });
});

describe('files in pieces', () => {
  it('appear whole under their name, and are read from any place', async () => {
    const path = join(folder, 'a.convoca-stick');
    const { call } = fakeWindow(path);
    const handle = await call('files.beginSaving', 'a.convoca-stick');
    await call('files.writePiece', handle, new Uint8Array([1, 2, 3]));
    await call('files.writePiece', handle, new Uint8Array([4, 5]));
    expect(readdirSync(folder)).toEqual(['a.convoca-stick.part']);
    await call('files.endSaving', handle, true);
    expect(readdirSync(folder)).toEqual(['a.convoca-stick']);
    const opened = (await call('files.open', '.convoca-stick')) as { handle: string; size: number };
    expect(opened.size).toBe(5);
    expect(await call('files.readPiece', opened.handle, 1, 3)).toEqual(new Uint8Array([2, 3, 4]));
    expect(await call('files.readPiece', opened.handle, 4, 9)).toEqual(new Uint8Array([5]));
    expect(await call('files.readPiece', opened.handle, 9, 9)).toEqual(new Uint8Array());
    await call('files.close', opened.handle);
    await expect(call('files.readPiece', opened.handle, 0, 1)).rejects.toMatchObject({ code: 'EBADF' });
  });

  it('leave nothing when they are given up or people changed their mind', async () => {
    const { call } = fakeWindow(join(folder, 'a.convoca-stick'));
    const handle = await call('files.beginSaving', 'a.convoca-stick');
    await call('files.writePiece', handle, new Uint8Array([1]));
    await call('files.endSaving', handle, false);
    await call('files.endSaving', handle, false);
    expect(readdirSync(folder)).toEqual([]);
    await expect(call('files.endSaving', handle, true)).rejects.toMatchObject({ code: 'EBADF' });
    const undecided = fakeWindow(null);
    expect(await undecided.call('files.beginSaving', 'a.convoca-stick')).toBeNull();
    expect(await undecided.call('files.open', '.convoca-stick')).toBeNull();
  });

  it('are refused under handles that nobody was given', async () => {
    const { call } = fakeWindow(join(folder, 'a'));
    await expect(call('files.writePiece', '../etc/passwd', new Uint8Array())).rejects.toThrow(BadArguments);
    await expect(call('files.readPiece', crypto.randomUUID(), 0, -1)).rejects.toThrow(BadArguments);
  });
});
