// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { keepNoticeRoom } from './notice-room.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A box whose height is told as browsers tell it. */
function boxOver(): { box: HTMLElement; become: (height: number) => void } {
  let told = (): void => undefined;
  vi.stubGlobal('ResizeObserver', class {
    constructor(call: () => void) {
      told = call;
    }
    observe(): void {
      told();
    }
    disconnect(): void {
      told = () => undefined;
    }
  });
  const box = document.createElement('div');
  const become = (height: number): void => {
    Object.defineProperty(box, 'offsetHeight', { value: height, configurable: true });
    told();
  };
  Object.defineProperty(box, 'offsetHeight', { value: 0, configurable: true });
  return { box, become };
}

const room = (): string => document.documentElement.style.getPropertyValue('--notice-room');

test('what lies over the page’s foot has as much room below the page’s end, and the edge', () => {
  const { box, become } = boxOver();
  const end = keepNoticeRoom(box);
  expect(room()).toBe('');
  become(52);
  expect(room()).toBe('68px');
  become(112);
  expect(room()).toBe('128px');
  end();
  expect(room()).toBe('');
  become(52);
  document.dispatchEvent(new Event('click'));
  expect(room()).toBe('');
});

test.each(['click', 'keyup'])('what is gone gives its room back with the next %s, not under the hand', (done) => {
  const { box, become } = boxOver();
  const end = keepNoticeRoom(box);
  become(112);
  become(52);
  become(0);
  expect(room()).toBe('128px');
  document.dispatchEvent(new Event(done));
  expect(room()).toBe('0px');
  end();
});
