import { expect, test } from 'vitest';
import { Waiting } from './waiting.ts';

test('what changed waits until the peer has confirmed that far', () => {
  const waiting = new Waiting();
  waiting.replace([{ id: 'a', seq: 1 }, { id: 'b', seq: 5 }, { id: 'c', seq: 9 }]);
  expect(waiting.count).toBe(3);
  waiting.confirm(0);
  expect(waiting.count).toBe(3);
  waiting.confirm(5);
  expect(waiting.count).toBe(1);
  waiting.confirm(9);
  expect(waiting.count).toBe(0);
});

test('what was written just now is confirmed by no sequence known before, and is counted once', () => {
  const waiting = new Waiting();
  waiting.replace([{ id: 'a', seq: 1 }]);
  waiting.note(['a', 'b']);
  waiting.confirm(1_000_000);
  expect(waiting.count).toBe(2);
  waiting.replace([{ id: 'b', seq: 3 }]);
  expect(waiting.count).toBe(1);
});

test('what is refused waits, once, however far the others are confirmed', () => {
  const waiting = new Waiting();
  waiting.replace([{ id: 'a', seq: 1 }, { id: 'b', seq: 2 }]);
  waiting.refuse(['a', 'a', 'z']);
  expect(waiting.count).toBe(3);
  waiting.confirm(2);
  expect(waiting.count).toBe(2);
  waiting.refuse([]);
  expect(waiting.count).toBe(0);
});
