// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Disclosure } from './Disclosure.tsx';
import { InApp } from './in-app.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const TITLE = 'Permisos';
const TEXT = 'Sí o no';

function Part({ first }: { first: boolean }) {
  const [open, setOpen] = useState(first);
  return (
    <Disclosure title={TITLE} open={open} onToggle={() => setOpen(!open)}>
      <p>{TEXT}</p>
    </Disclosure>
  );
}

/** Shows a part whose lower edge lies there, in px; the screen is 768 high. */
function showPart(bottom: number, height: number, first = false) {
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => undefined);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(DOMRect.fromRect({ y: bottom - height, height }));
  render(
    <InApp>
      <Part first={first} />
    </InApp>,
  );
  return scrolled;
}

test('a part that opens below the edge is brought into sight, a tall one from its title on', () => {
  const scrolled = showPart(900, 700);
  fireEvent.click(screen.getByRole('button', { name: TITLE }));
  expect(scrolled).toHaveBeenCalledWith({ block: 'start' });
});

test('what is in sight does not move, nor does a page that begins with an open part', () => {
  const scrolled = showPart(500, 200);
  fireEvent.click(screen.getByRole('button', { name: TITLE }));
  expect(scrolled).not.toHaveBeenCalled();
  cleanup();
  expect(showPart(900, 700, true)).not.toHaveBeenCalled();
});
