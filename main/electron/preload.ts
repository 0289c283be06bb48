/** The only thing between page and machine in Electron: it shows the page the contract's calls, and nothing else. */
import { contextBridge, ipcRenderer } from 'electron';
import { hostTroubleMessage, type Host } from '../../shared/host.ts';
import { commonHost } from '../machine/page-host.ts';
import { channelOf, type ElectronCallName, type ElectronCalls, type Reply } from './channels.ts';

async function invoke(name: ElectronCallName, ...args: unknown[]): Promise<unknown> {
  const reply = (await ipcRenderer.invoke(channelOf(name), ...args)) as Reply;
  if (!reply.ok) throw new Error(hostTroubleMessage(reply.code));
  return reply.value;
}
// The other side is held to the same table of calls (channels.ts), so what comes back is what the name says.
const call = invoke as <Name extends ElectronCallName>(
  name: Name,
  ...args: Parameters<ElectronCalls[Name]>
) => ReturnType<ElectronCalls[Name]>;

const host: Host = {
  kind: 'electron',
  ...commonHost(call),
  files: {
    choose: (accept, maxBytes) => call('files.choose', accept, maxBytes),
    save: (suggestedName, mime, bytes) => call('files.save', suggestedName, mime, bytes),
    saveInPieces: async (suggestedName) => {
      const handle = await call('files.beginSaving', suggestedName);
      if (handle === null) return null;
      return {
        write: (piece) => call('files.writePiece', handle, piece),
        finish: async () => {
          await call('files.endSaving', handle, true);
          return true;
        },
        abandon: () => call('files.endSaving', handle, false),
      };
    },
    openInPieces: async (accept) => {
      const opened = await call('files.open', accept);
      return (
        opened && {
          size: opened.size,
          read: (from, length) => call('files.readPiece', opened.handle, from, length),
          close: () => call('files.close', opened.handle),
        }
      );
    },
  },
  paper: {
    print: () => call('paper.print'),
    pdf: (suggestedName) => call('paper.pdf', suggestedName),
  },
};
contextBridge.exposeInMainWorld('convocaHost', host);
