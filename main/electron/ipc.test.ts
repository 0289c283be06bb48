import type { IpcMainInvokeEvent } from 'electron';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostAnswerers } from '../machine/host-calls.ts';
import { openMachine, type Machine } from '../machine/machine.ts';
import { answerCalls } from './ipc.ts';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;
const OURS = { url: 'app://convoca/members', parent: null };

let folder = '';
let machine: Machine;
let handlers: Map<string, Handler>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ipc-'));
  machine = await openMachine(folder, { version: '1.2.3', builtAt: '2026-01-02T03:04:05.000Z', platform: 'test' });
  handlers = new Map();
  answerCalls({ handle: (channel, handler) => handlers.set(channel, handler as Handler) }, hostAnswerers(machine));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Sends a call as Electron would, from a frame. */
function send(frame: unknown, name: string, ...args: unknown[]): unknown {
  const handler = handlers.get(`convoca:${name}`);
  if (!handler) throw new Error(`No handler for ${name}.`);
  return handler({ senderFrame: frame } as IpcMainInvokeEvent, ...args);
}

describe('calls of the page', () => {
  it('are answered', async () => {
    expect(await send(OURS, 'keep.write', 'canary', 'x')).toEqual({ ok: true, value: undefined });
    expect(await send(OURS, 'keep.read', 'canary')).toEqual({ ok: true, value: 'x' });
    expect(await send(OURS, 'app.info')).toMatchObject({ ok: true, value: { version: '1.2.3' } });
  });

  it.each([
    ['a page from elsewhere', { url: 'https://evil.example/', parent: null }],
    ['a page that looks like ours', { url: 'app://convoca.evil.example/', parent: null }],
    ['a frame within our page', { url: 'app://convoca/', parent: OURS }],
    ['a frame that is gone', null],
  ])('from %s do nothing', async (_who, frame) => {
    expect(await send(frame, 'keep.write', 'canary', 'x')).toEqual({ ok: false, code: 'refused' });
    expect(await machine.keep.list()).toEqual([]);
  });

  it.each([
    [[]],
    [['../x', 'y']],
    [['x', 5]],
    [['x', 'y', 'z']],
    [[{ toString: () => 'x' }, 'y']],
  ])('with arguments that do not fit do nothing: %j', async (args) => {
    expect(await send(OURS, 'keep.write', ...args)).toEqual({ ok: false, code: 'refused' });
    expect(await machine.keep.list()).toEqual([]);
  });

  it('that the machine cannot do come back with its code', async () => {
    rmSync(folder, { recursive: true, force: true });
    expect(await send(OURS, 'keep.write', 'canary', 'x')).toEqual({ ok: false, code: 'ENOENT' });
  });
});
