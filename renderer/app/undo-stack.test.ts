import { expect, test, vi } from 'vitest';
import { UndoStack } from './undo-stack.ts';

const step = (label: string, undo: () => Promise<'undone' | 'changed-since'> = () => Promise.resolve('undone')) => ({ label, undo });

test('takes the newest step back first, and tells what is next', async () => {
  const stack = new UndoStack();
  const heard = vi.fn();
  stack.subscribe(heard);
  stack.push(step('one'));
  stack.push(step('two'));
  expect(stack.last()?.label).toBe('two');
  expect((await stack.undo())?.step.label).toBe('two');
  expect(stack.last()?.label).toBe('one');
  await stack.undo();
  expect(await stack.undo()).toBeNull();
  expect(heard).toHaveBeenCalledTimes(4);
});

test('keeps at least fifty steps', async () => {
  const stack = new UndoStack();
  for (let n = 1; n <= 300; n += 1) stack.push(step(String(n)));
  let taken = 0;
  while ((await stack.undo()) !== null) taken += 1;
  expect(taken).toBeGreaterThanOrEqual(50);
  expect(taken).toBeLessThan(300);
});

test('a step that could not be written stays to be tried again', async () => {
  const stack = new UndoStack();
  const undo = vi.fn<() => Promise<'undone'>>().mockRejectedValueOnce(new Error('full')).mockResolvedValue('undone');
  stack.push(step('one', undo));
  await expect(stack.undo()).rejects.toThrow('full');
  expect(stack.last()?.label).toBe('one');
  expect((await stack.undo())?.outcome).toBe('undone');
});
