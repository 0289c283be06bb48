import type { BrowserWindow, OpenDialogOptions, OpenDialogReturnValue, SaveDialogOptions, SaveDialogReturnValue } from 'electron';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { z } from 'zod';
import type { ChosenFile } from '../../shared/host.ts';
import { checked, type Answerers } from '../machine/host-calls.ts';
import type { ElectronCallName } from './channels.ts';
import { FilePieces, LONGEST_PIECE } from './file-pieces.ts';

/** What of a window these calls use. */
export interface PaperWindow {
  readonly webContents: Pick<BrowserWindow['webContents'], 'print' | 'printToPDF'>;
}
export interface Dialogs<Window> {
  open(window: Window, options: OpenDialogOptions): Promise<OpenDialogReturnValue>;
  save(window: Window, options: SaveDialogOptions): Promise<SaveDialogReturnValue>;
}

/** A list such as `.csv,.tsv`. */
const accepted = z.string().regex(/^(\.[a-z0-9-]{1,20})(,\.[a-z0-9-]{1,20})*$|^$/);
const suggested = z
  .string()
  .min(1)
  .max(150)
  .regex(/^[^/\\:*?"<>|\p{Cc}]+$/u)
  .refine((name) => !name.startsWith('.'));
const fileHandle = z.uuid();
const someBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** The calls that need a window: the system's file dialogs and its printers. */
export function windowAnswerers<Window extends PaperWindow>(window: Window, dialogs: Dialogs<Window>): Answerers<ElectronCallName> {
  const pieces = new FilePieces();
  const pathToSave = async (name: string): Promise<string | null> => {
    const ending = extname(name).slice(1);
    const filters = ending === '' ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }];
    const { canceled, filePath } = await dialogs.save(window, { defaultPath: name, filters });
    return canceled || filePath === '' ? null : filePath;
  };
  const saveAs = async (name: string, bytes: Uint8Array): Promise<boolean> => {
    const path = await pathToSave(name);
    if (path === null) return false;
    await writeFile(path, bytes);
    return true;
  };
  const pathToOpen = async (accept: string): Promise<string | null> => {
    const extensions = accept.split(',').map((ending) => ending.slice(1)).filter(Boolean);
    const filters = extensions.length > 0 ? [{ name: accept, extensions }] : [];
    const { canceled, filePaths } = await dialogs.open(window, { properties: ['openFile'], filters });
    return canceled ? null : (filePaths[0] ?? null);
  };
  return new Map<ElectronCallName, ReturnType<typeof checked>>([
    [
      'files.choose',
      checked(z.tuple([accepted, z.number().int().positive()]), async (accept, maxBytes) => {
        const path = await pathToOpen(accept);
        return path === null ? null : readChosen(path, maxBytes);
      }),
    ],
    ['files.save', checked(z.tuple([suggested, z.string(), someBytes]), (name, _mime, bytes) => saveAs(name, bytes))],
    [
      'files.beginSaving',
      checked(z.tuple([suggested]), async (name) => {
        const path = await pathToSave(name);
        return path === null ? null : pieces.beginSaving(path);
      }),
    ],
    ['files.writePiece', checked(z.tuple([fileHandle, someBytes]), (handle, piece) => pieces.write(handle, piece))],
    ['files.endSaving', checked(z.tuple([fileHandle, z.boolean()]), (handle, keep) => pieces.endSaving(handle, keep))],
    [
      'files.open',
      checked(z.tuple([accepted]), async (accept) => {
        const path = await pathToOpen(accept);
        return path === null ? null : pieces.open(path);
      }),
    ],
    [
      'files.readPiece',
      checked(z.tuple([fileHandle, z.number().int().nonnegative(), z.number().int().nonnegative().max(LONGEST_PIECE)]), (handle, from, length) => pieces.read(handle, from, length)),
    ],
    ['files.close', checked(z.tuple([fileHandle]), (handle) => pieces.close(handle))],
    ['paper.print', checked(z.tuple([]), () => print(window))],
    [
      'paper.pdf',
      checked(z.tuple([suggested]), async (name) => {
        // All that Electron would otherwise decide by itself: the paper's own @page rules hold (anchors B5).
        const pdf = await window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: false,
          displayHeaderFooter: false,
        });
        return (await saveAs(name, new Uint8Array(pdf))) ? 'saved' : 'cancelled';
      }),
    ],
  ]);
}

/** Through the system's dialog. Closing that dialog is no failure; a printer that refuses is. */
function print(window: PaperWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print({ silent: false, printBackground: true }, (success, reason) => {
      if (success || /cancel/i.test(reason)) resolve();
      else reject(Object.assign(new Error('The printer did not take the page.'), { code: 'printer' }));
    });
  });
}

async function readChosen(path: string, maxBytes: number): Promise<ChosenFile> {
  const { size } = await stat(path);
  const tooLarge = size > maxBytes;
  const bytes = tooLarge ? new Uint8Array() : new Uint8Array(await readFile(path));
  return { name: basename(path), size, bytes, tooLarge };
}
