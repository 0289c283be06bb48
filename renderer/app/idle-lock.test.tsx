// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LOCK_AFTER, useIdleLock } from './idle-lock.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Idle({ onIdle }: { onIdle: () => void }) {
  useIdleLock(onIdle);
  return null;
}

function later(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

test('locks after five minutes without a sign of anybody, not before, and again later', () => {
  vi.useFakeTimers();
  const onIdle = vi.fn();
  render(<Idle onIdle={onIdle} />);
  later(LOCK_AFTER - 10_000);
  fireEvent.keyDown(document.body, { key: 'a' });
  later(LOCK_AFTER - 10_000);
  expect(onIdle).not.toHaveBeenCalled();
  later(20_000);
  expect(onIdle).toHaveBeenCalledOnce();
  later(LOCK_AFTER + 10_000);
  expect(onIdle).toHaveBeenCalledTimes(2);
});
