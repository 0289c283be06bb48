import { describe, expect, it } from 'vitest';
import { keepPlace, lastPlace } from './window-state.ts';

const SCREEN = { x: 0, y: 0, width: 1366, height: 728 };
const PLACE = { x: 100, y: 50, width: 1000, height: 650, maximized: false };
const USUAL = { width: 1280, height: 860 };
const keeping = (text: string | null) => ({ read: () => Promise.resolve(text) });

describe('the place of the window', () => {
  it('is the last one, kept and read back', async () => {
    const kept = new Map<string, string>();
    const write = (name: string, text: string): Promise<void> => Promise.resolve(void kept.set(name, text));
    await keepPlace({ write }, { ...PLACE, maximized: true });
    const place = await lastPlace({ read: (name) => Promise.resolve(kept.get(name) ?? null) }, [SCREEN]);
    expect(place).toEqual({ bounds: { x: 100, y: 50, width: 1000, height: 650 }, maximized: true });
  });

  it.each([
    null,
    '',
    '{',
    'null',
    '[]',
    '{"x":1}',
    JSON.stringify({ ...PLACE, width: 10 }),
    JSON.stringify({ ...PLACE, x: 1e300 }),
    JSON.stringify({ ...PLACE, y: 'a' }),
    JSON.stringify({ ...PLACE, maximized: 'yes' }),
  ])('is the usual one when %j was kept', async (text) => {
    expect(await lastPlace(keeping(text), [SCREEN])).toEqual({ bounds: USUAL, maximized: false });
  });

  it.each([
    ['a projector that was unplugged', { ...PLACE, x: 1500 }],
    ['above all screens', { ...PLACE, y: -300 }],
    ['below the screen', { ...PLACE, y: 720 }],
    ['too far to the left', { ...PLACE, x: -950 }],
  ])('is the usual one when it was on %s', async (_where, place) => {
    expect((await lastPlace(keeping(JSON.stringify(place)), [SCREEN])).bounds).toEqual(USUAL);
  });

  it('may be on a second screen', async () => {
    const second = { x: 1366, y: -200, width: 1920, height: 1080 };
    const place = { ...PLACE, x: 1400, y: -150 };
    expect((await lastPlace(keeping(JSON.stringify(place)), [SCREEN, second])).bounds).toMatchObject({ x: 1400, y: -150 });
  });

  it('does not keep anybody from closing the window when the disk is full, nor from opening it', async () => {
    const broken = (): Promise<never> => Promise.reject(new Error('ENOSPC'));
    await expect(keepPlace({ write: broken }, PLACE)).resolves.toBeUndefined();
    expect((await lastPlace({ read: broken }, [SCREEN])).bounds).toEqual(USUAL);
  });
});
