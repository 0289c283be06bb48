// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { StoreProblem } from '../../shared/store/chapter-types.ts';
import { translator } from '../../shared/words/translate.ts';
import { LanguageSwitch } from '../app/LanguageSwitch.tsx';
import { flushUnsaved } from '../app/unsaved.ts';
import { InApp } from './in-app.tsx';
import { SavedTextField } from './SavedTextField.tsx';

afterEach(cleanup);

const LABEL = 'Notes';
const OTHER = 'Lupita';
const THIRD = 'Guadalupe';

/** Does something, and lets everything that follows from it happen. */
function afterwards(deed: () => void): Promise<void> {
  return act(() => {
    deed();
    return Promise.resolve();
  });
}


const box = (): HTMLInputElement => screen.getByLabelText(LABEL);

function show(onSave: (value: string) => Promise<unknown>, value = 'Rosa') {
  return render(<SavedTextField label={LABEL} value={value} onSave={onSave} />, { wrapper: InApp });
}

test('leaving the field writes what was typed, once, and says so', async () => {
  const onSave = vi.fn(() => Promise.resolve());
  show(onSave);
  fireEvent.change(box(), { target: { value: 'Rosa Elena' } });
  expect(onSave).not.toHaveBeenCalled();
  await afterwards(() => fireEvent.blur(box()));
  expect(onSave).toHaveBeenCalledExactlyOnceWith('Rosa Elena');
  expect(screen.getByRole('status').textContent).toBe(translator('en', 'common')('field.saved'));
  await afterwards(() => fireEvent.blur(box()));
  expect(onSave).toHaveBeenCalledOnce();
});

test('Enter writes too, and text that came back to what was saved is not written', async () => {
  const onSave = vi.fn(() => Promise.resolve());
  show(onSave);
  fireEvent.change(box(), { target: { value: 'Ana' } });
  await afterwards(() => fireEvent.keyDown(box(), { key: 'Enter' }));
  expect(onSave).toHaveBeenCalledExactlyOnceWith('Ana');
  fireEvent.change(box(), { target: { value: 'Rosa' } });
  await afterwards(() => fireEvent.blur(box()));
  expect(onSave).toHaveBeenCalledOnce();
});

test('Esc brings back what was saved', async () => {
  const onSave = vi.fn(() => Promise.resolve());
  show(onSave);
  fireEvent.change(box(), { target: { value: 'Ana' } });
  fireEvent.keyDown(box(), { key: 'Escape' });
  expect(box().value).toBe('Rosa');
  await afterwards(() => fireEvent.blur(box()));
  expect(onSave).not.toHaveBeenCalled();
});

test('a full disk keeps what was typed, says so, and can be tried again', async () => {
  const onSave = vi.fn<(value: string) => Promise<unknown>>().mockRejectedValueOnce(new StoreProblem('storage-full')).mockResolvedValue(undefined);
  show(onSave);
  fireEvent.change(box(), { target: { value: 'Ana' } });
  await afterwards(() => fireEvent.blur(box()));
  expect(box().value).toBe('Ana');
  expect(box().getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByRole('alert').textContent).toContain(translator('en', 'errors')('store.storage-full'));
  await afterwards(() => fireEvent.click(screen.getByRole('button', { name: translator('en', 'common')('tryAgain') })));
  expect(onSave).toHaveBeenCalledTimes(2);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('changes from elsewhere are followed only while nothing is typed', () => {
  const onSave = vi.fn(() => Promise.resolve());
  const shown = show(onSave);
  shown.rerender(<SavedTextField label={LABEL} value={OTHER} onSave={onSave} />);
  expect(box().value).toBe(OTHER);
  fireEvent.change(box(), { target: { value: 'Lupita Ríos' } });
  shown.rerender(<SavedTextField label={LABEL} value={THIRD} onSave={onSave} />);
  expect(box().value).toBe('Lupita Ríos');
});

test('switching the language keeps a half-typed text', async () => {
  const onSave = vi.fn(() => Promise.resolve());
  render(
    <>
      <LanguageSwitch />
      <SavedTextField label={LABEL} value={undefined} onSave={onSave} />
    </>,
    { wrapper: InApp },
  );
  fireEvent.change(box(), { target: { value: 'media frase' } });
  await afterwards(() => fireEvent.click(screen.getByRole('button', { name: 'Español' })));
  expect(document.documentElement.lang).toBe('es-US');
  expect(box().value).toBe('media frase');
  expect(onSave).not.toHaveBeenCalled();
});

test('locking writes what is typed; so does leaving the page', async () => {
  const onSave = vi.fn(() => Promise.resolve());
  const shown = show(onSave);
  fireEvent.change(box(), { target: { value: 'uno' } });
  await act(() => flushUnsaved());
  expect(onSave).toHaveBeenLastCalledWith('uno');
  fireEvent.change(box(), { target: { value: 'dos' } });
  shown.unmount();
  expect(onSave).toHaveBeenLastCalledWith('dos');
  await expect(flushUnsaved()).resolves.toBeUndefined();
});

test('locking hears when something could not be written', async () => {
  show(() => Promise.reject(new StoreProblem('storage-full')));
  fireEvent.change(box(), { target: { value: 'uno' } });
  await act(() => expect(flushUnsaved()).rejects.toThrow('storage-full'));
  // Nothing is left behind for the page's own leaving to write.
  fireEvent.keyDown(box(), { key: 'Escape' });
});

test('what is typed while the earlier text is on its way stays, and is written afterwards', async () => {
  let done = (): void => undefined;
  const onSave = vi.fn((text: string) => (text === 'uno' ? new Promise<void>((resolve) => (done = resolve)) : Promise.resolve()));
  function Follows() {
    const [value, setValue] = useState('');
    return <SavedTextField label={LABEL} value={value} onSave={(text) => onSave(text).then(() => setValue(text))} />;
  }
  render(<Follows />, { wrapper: InApp });
  fireEvent.change(box(), { target: { value: 'uno' } });
  await afterwards(() => fireEvent.blur(box()));
  fireEvent.change(box(), { target: { value: 'uno dos' } });
  await afterwards(() => done());
  expect(box().value).toBe('uno dos');
  await afterwards(() => fireEvent.blur(box()));
  expect(onSave).toHaveBeenLastCalledWith('uno dos');
});
