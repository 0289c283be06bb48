// @vitest-environment happy-dom
import { ThemeProvider } from '@mui/material/styles';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Host } from '../../shared/host.ts';
import type { SheetPlan } from '../../shared/papers/plan-pages.ts';
import { words } from '../../shared/words/translate.ts';
import '../app/language.tsx';
import { THEMES } from '../app/theme.ts';
import { AttendanceSheetScreenBody } from './AttendanceSheetScreenBody.tsx';
import { CHOICES, OCCASION } from './sheet-examples.ts';

interface Given {
  readonly paper?: Partial<Host['paper']>;
  readonly onGiveCode?: (plan: SheetPlan) => Promise<string>;
  readonly expected?: typeof OCCASION.expected;
}

/** The screen with a printer that notes what stood on the paper when it was asked to print. */
function open({ paper = {}, onGiveCode, expected = OCCASION.expected }: Given = {}) {
  const onPaper: string[] = [];
  const codes = ['AK7QX', 'A3MHC'];
  const giveCode = vi.fn(onGiveCode ?? ((_plan: SheetPlan) => Promise.resolve(codes.shift() ?? 'none left')));
  const printer = {
    print: vi.fn(() => {
      onPaper.push(document.querySelector('.paper-printout')?.textContent ?? '');
      return Promise.resolve();
    }),
    pdf: vi.fn((_name: string) => Promise.resolve<'saved' | 'cancelled' | 'use-print'>('saved')),
    ...paper,
  };
  render(
    <ThemeProvider theme={THEMES.warm}>
      <AttendanceSheetScreenBody occasion={{ ...OCCASION, expected }} firstChoices={CHOICES} paper={printer} onGiveCode={giveCode} />
    </ThemeProvider>,
  );
  return { onPaper, giveCode, printer };
}

beforeEach(async () => {
  await words.changeLanguage('en');
  Object.defineProperty(document, 'fonts', { configurable: true, value: { ready: Promise.resolve() } });
});
afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByText(name, { selector: 'button' }));
/** The code is shown before the printer is done, and until then nothing else can be printed. */
const printerIsDone = () => waitFor(() => expect(screen.getByText<HTMLButtonElement>(/Print/, { selector: 'button' }).disabled).toBe(false));
/** Roles are slow to compute among a thousand cells. */
const alertText = () => waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toBeTruthy()).then(() => document.querySelector('[role=alert]')?.textContent);

describe('AttendanceSheetScreenBody', () => {
  it('gives the sheet its code before it prints, once for one sheet', async () => {
    const { onPaper, giveCode, printer } = open();
    expect(document.querySelector('.paper-printout')?.textContent).not.toContain('AK7QX');
    press(/Print/);
    await waitFor(() => expect(printer.print).toHaveBeenCalledTimes(1));
    expect(onPaper[0]).toContain('AK7QX-1');
    expect(giveCode.mock.calls[0]?.[0].pages.map(({ pageNo }) => pageNo)).toEqual([1, 2]);
    await screen.findByText(/This sheet has the code AK7QX/);
    await printerIsDone();
    press(/Print/);
    await waitFor(() => expect(printer.print).toHaveBeenCalledTimes(2));
    expect(onPaper[1]).toBe(onPaper[0]);
    expect(giveCode).toHaveBeenCalledTimes(1);
  });

  it('makes another sheet with another code when asked, and when a choice changes', async () => {
    const { onPaper, giveCode, printer } = open();
    press(/Print/);
    await screen.findByText('Make another sheet');
    await printerIsDone();
    press('Make another sheet');
    fireEvent.change(screen.getByLabelText('Lines'), { target: { value: 'blank' } });
    fireEvent.change(screen.getByLabelText('Blank sheets'), { target: { value: '5' } });
    press(/Print/);
    await waitFor(() => expect(printer.print).toHaveBeenCalledTimes(2));
    expect(onPaper[1]).toContain('A3MHC-5');
    expect(onPaper[1]).not.toContain('Aguilar');
    expect(giveCode.mock.calls.map(([plan]) => plan.variant)).toEqual(['prefilled', 'blank']);
  });

  it('prints on F9 and on Ctrl+P, which would otherwise print a sheet without a code', async () => {
    const { onPaper, printer } = open();
    fireEvent.keyDown(window, { key: 'F9' });
    await waitFor(() => expect(printer.print).toHaveBeenCalledTimes(1));
    await screen.findByText(/This sheet has the code/);
    await printerIsDone();
    expect(fireEvent.keyDown(window, { key: 'p', ctrlKey: true })).toBe(false);
    await waitFor(() => expect(onPaper).toHaveLength(2));
  });

  it('prints nothing when no code could be given, and says what to do', async () => {
    const { printer } = open({ onGiveCode: () => Promise.reject(new Error('disk full')) });
    press(/Print/);
    expect(await alertText()).toContain('nothing was printed');
    expect(printer.print).not.toHaveBeenCalled();
  });

  it('says so when the printer fails, and keeps the sheet', async () => {
    open({ paper: { print: () => Promise.reject(new Error('no printer')) } });
    press(/Print/);
    expect(await alertText()).toContain('Sheet AK7QX is ready');
  });

  it('names the PDF by the code alone, and shows the way through the print dialog where the host has no PDF', async () => {
    const pdf = vi.fn((_name: string) => Promise.resolve('use-print' as const));
    const { printer } = open({ paper: { pdf } });
    press('Save PDF');
    await screen.findByText(/choose “Save as PDF”/);
    expect(pdf).toHaveBeenCalledWith('sheet-AK7QX.pdf');
    expect(printer.print).not.toHaveBeenCalled();
    press('Open the window');
    await waitFor(() => expect(printer.print).toHaveBeenCalledTimes(1));
  });

  it('offers only blank sheets when nobody is expected', () => {
    open({ expected: [] });
    expect(screen.getByText(/first add the people you expect/)).toBeTruthy();
    expect([...screen.getByLabelText<HTMLSelectElement>('Lines').options].map(({ value }) => value)).toEqual(['blank']);
  });

  it('shows the same pages that it prints', () => {
    open();
    const shown = document.querySelector('.paper-preview')?.innerHTML;
    expect(shown).toContain('Álvarez Peña, José Luis');
    expect(document.querySelector('body > .paper-printout')?.innerHTML).toBe(shown);
  });
});
