import { z } from 'zod';
import type { KeepStore } from '../machine/keep-store.ts';

/** Where the window was, in screen points. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const KEPT_AS = 'window-state';

/** The offices' smallest screens show 1024×768, less the taskbar. */
const SMALLEST = { width: 800, height: 600 };
const USUAL = { width: 1280, height: 860 };

const whole = z.number().int().min(-100_000).max(100_000);
const windowState = z.object({
  x: whole,
  y: whole,
  width: whole.min(SMALLEST.width),
  height: whole.min(SMALLEST.height),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowState>;

/** What a new window is made with: without a place, Electron centres it. */
export interface WindowPlace {
  readonly bounds: Bounds | { readonly width: number; readonly height: number };
  readonly maximized: boolean;
}

/**
 * The place of the last time, if it can be read and enough of it lies on a screen that is there now: a volunteer cannot
 * fetch back a window from a projector that was unplugged.
 */
export async function lastPlace(keep: Pick<KeepStore, 'read'>, screens: readonly Bounds[]): Promise<WindowPlace> {
  const state = windowState.safeParse(parse(await keep.read(KEPT_AS).catch(() => null)));
  if (!state.success) return { bounds: USUAL, maximized: false };
  const { maximized, ...bounds } = state.data;
  return { bounds: screens.some((screen) => isWithinReach(bounds, screen)) ? bounds : USUAL, maximized };
}

/** Keeps the place for the next time; a full disk is no reason to keep people from closing the window. */
export async function keepPlace(keep: Pick<KeepStore, 'write'>, state: WindowState): Promise<void> {
  await keep.write(KEPT_AS, JSON.stringify(state)).catch(() => undefined);
}

/** The title bar, by which a window is moved, shows for at least 200×40 points. */
function isWithinReach(window: Bounds, screen: Bounds): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const below = screen.y + screen.height - window.y;
  return across >= 200 && below >= 40 && window.y >= screen.y;
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
