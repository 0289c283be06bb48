import { expect, test } from 'vitest';
import { StallWatch } from './stall.ts';
import { TestClock } from './testing/test-clock.ts';

function watched(): { clock: TestClock; watch: StallWatch; stalls: () => number } {
  const clock = new TestClock();
  let stalls = 0;
  return { clock, watch: new StallWatch(clock, () => (stalls += 1)), stalls: () => stalls };
}

test('a minute without movement is a stall, told once', () => {
  const { clock, watch, stalls } = watched();
  clock.pass(59_999);
  expect(stalls()).toBe(0);
  clock.pass(1);
  expect(stalls()).toBe(1);
  watch.moved();
  clock.pass(600_000);
  expect(stalls()).toBe(1);
});

test('movement begins the minute anew, and a request with more time gets it, never less', () => {
  const { clock, watch, stalls } = watched();
  clock.pass(50_000);
  watch.moved();
  clock.pass(50_000);
  expect(stalls()).toBe(0);
  watch.moved(200_000);
  clock.pass(199_999);
  expect(stalls()).toBe(0);
  watch.moved(10);
  clock.pass(59_999);
  expect(stalls()).toBe(0);
  clock.pass(1);
  expect(stalls()).toBe(1);
});

test('what was stopped tells nothing and leaves no timer', () => {
  const { clock, watch, stalls } = watched();
  watch.stop();
  watch.moved();
  expect(clock.pending).toBe(0);
  clock.pass(600_000);
  expect(stalls()).toBe(0);
});
