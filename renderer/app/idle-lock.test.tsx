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

test('locks after five minutes without a sign of anybody, not before, and again later', () => {
  vi.useFakeTimers();
  const onIdle = vi.fn();
  render(<Idle onIdle={onIdle} />);
  act(() => vi.advanceTimersByTime(LOCK_AFTER - 10_000));
  fireEvent.keyDown(document.body, { key: 'a' });
  act(() => vi.advanceTimersByTime(LOCK_AFTER - 10_000));
  expect(onIdle).not.toHaveBeenCalled();
  act(() => vi.advanceTimersByTime(20_000));
  expect(onIdle).toHaveBeenCalledOnce();
  act(() => vi.advanceTimersByTime(LOCK_AFTER + 10_000));
  expect(onIdle).toHaveBeenCalledTimes(2);
});
