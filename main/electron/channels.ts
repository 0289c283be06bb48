import type { Host } from '../../shared/host.ts';
import type { HostCalls } from '../machine/host-calls.ts';

/** Every call between page and machine in Electron: what both hosts do alike, and what needs a window. */
export interface ElectronCalls extends HostCalls {
  'files.choose': Host['files']['choose'];
  'files.save': Host['files']['save'];
  /** A handle for the calls below, or null when they changed their mind. */
  'files.beginSaving': (suggestedName: string) => Promise<string | null>;
  'files.writePiece': (handle: string, piece: Uint8Array) => Promise<void>;
  'files.endSaving': (handle: string, keep: boolean) => Promise<void>;
  'files.open': (accept: string) => Promise<{ readonly handle: string; readonly size: number } | null>;
  'files.readPiece': (handle: string, from: number, length: number) => Promise<Uint8Array>;
  'files.close': (handle: string) => Promise<void>;
  'paper.print': Host['paper']['print'];
  'paper.pdf': Host['paper']['pdf'];
}
export type ElectronCallName = keyof ElectronCalls;

/** The IPC channel of a call. */
export function channelOf(name: ElectronCallName): string {
  return `convoca:${name}`;
}

/** What comes back over a channel: IPC itself would lose an error's code. */
export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly code: string };
