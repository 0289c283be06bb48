// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { InApp } from '../../ui/in-app.tsx';
import { AccentChoices } from './AccentChoices.tsx';
import { AccentRow } from './AccentRow.tsx';
import { AccentsProvider, useAccents } from './accents.tsx';

afterEach(cleanup);

let reached: string[] = [];
function Page() {
  const [name, setName] = useState('');
  const { row } = useAccents();
  return (
    <>
      <input id="name" value={name} onChange={(event) => setName(event.target.value)} onKeyDown={(event) => reached.push(event.key)} />
      <input id="hidden" type="password" defaultValue="'" />
      <output>{name}</output>
      {row.isOn ? <AccentRow /> : null}
      <AccentChoices />
    </>
  );
}

function show(): { name: HTMLInputElement; said: () => string } {
  reached = [];
  render(
    <InApp>
      <AccentsProvider>
        <Page />
      </AccentsProvider>
    </InApp>,
  );
  return { name: fieldOf('name'), said: () => document.querySelector('output')?.textContent ?? '' };
}

const fieldOf = (id: string): HTMLInputElement => document.getElementById(id) as HTMLInputElement;

/** As a keyboard types: what a key does unless somebody took it. */
function type(field: HTMLInputElement, text: string): void {
  field.focus();
  for (const key of text) {
    const at = field.selectionStart ?? field.value.length;
    const isBack = key === '<';
    if (!fireEvent.keyDown(field, { key: isBack ? 'Backspace' : key })) continue;
    const rest = field.value.slice(at);
    fireEvent.input(field, { target: { value: field.value.slice(0, isBack ? at - 1 : at) + (isBack ? '' : key) + rest } });
    field.setSelectionRange(field.value.length - rest.length, field.value.length - rest.length);
  }
}

const turnOn = (label: RegExp): void => void fireEvent.click(screen.getByRole('switch', { name: label }));

test('a sign and a letter make one only where somebody wants it, and never take an apostrophe from a name', () => {
  const { name, said } = show();
  type(name, "Mari'a");
  expect(said()).toBe("Mari'a");
  turnOn(/á with '/);
  fireEvent.change(name, { target: { value: '' } });
  type(name, "Mar'ia Nu~nez O'Neill, 'Alvaro Ag:uero: un");
  expect(said()).toBe("María Nuñez O'Neill, Álvaro Agüero: un");
  expect(reached).not.toContain('í');
});

test('Backspace right afterwards gives back what was typed; later it takes one letter away', () => {
  const { name, said } = show();
  turnOn(/á with '/);
  type(name, "D'A<ngelo");
  expect(said()).toBe("D'Angelo");
  fireEvent.change(name, { target: { value: '' } });
  type(name, "Jos'e!<<");
  expect(said()).toBe('Jos');
});

test('a key that made a letter reaches no screen, and what is typed hidden is left alone', () => {
  const { name } = show();
  turnOn(/á with '/);
  type(name, "'a");
  expect(reached).toEqual(["'"]);
  const hidden = fieldOf('hidden');
  type(hidden, 'a');
  expect(hidden.value).toBe("'a");
});

test('the row puts a letter where the cursor is, also a capital one, also when the row was reached by keyboard', () => {
  const { name, said } = show();
  expect(screen.queryByRole('group', { name: 'Letters with accents' })).toBeNull();
  turnOn(/row/);
  type(name, 'Pea');
  name.setSelectionRange(2, 2);
  fireEvent.click(screen.getByRole('button', { name: 'ñ' }));
  expect(said()).toBe('Peña');
  expect(name.selectionStart).toBe(3);
  const capitals = screen.getByRole('button', { name: 'Capitals' });
  fireEvent.click(capitals);
  expect(capitals.getAttribute('aria-pressed')).toBe('true');
  screen.getByRole('button', { name: 'Á' }).focus();
  fireEvent.click(screen.getByRole('button', { name: 'Á' }));
  expect(said()).toBe('PeñÁa');
  expect(document.activeElement).toBe(name);
  // A press does not take the cursor out of the field.
  expect(fireEvent.mouseDown(screen.getByRole('button', { name: '¿' }))).toBe(false);
});
