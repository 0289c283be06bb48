import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { BadArguments, type Answerers } from '../machine/host-calls.ts';
import { channelOf, type ElectronCallName, type Reply } from './channels.ts';
import { isOurPage } from './origin.ts';

/** Whether a call comes from the top frame of one of our own pages; a frame that is gone by now does not count. */
export function isOurSender({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurPage(senderFrame.url);
}

/** Answers the calls of the page; of any other sender, and with arguments that do not fit, nothing is done. */
export function answerCalls(ipc: Pick<IpcMain, 'handle'>, answerers: Answerers<ElectronCallName>): void {
  for (const [name, answer] of answerers) {
    ipc.handle(channelOf(name), async (event, ...args: unknown[]): Promise<Reply> => {
      if (!isOurSender(event)) return { ok: false, code: 'refused' };
      try {
        return { ok: true, value: await answer(args) };
      } catch (error) {
        return { ok: false, code: codeOf(error) };
      }
    });
  }
}

function codeOf(error: unknown): string {
  if (error instanceof BadArguments) return 'refused';
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'failed';
}
