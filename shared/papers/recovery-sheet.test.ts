import { expect, test } from 'vitest';
import { recoverySheet, recoverySheetSpace } from './recovery-sheet.ts';
import { PAPER_SIZES } from './sheet-space.ts';

const WORDS = Array.from({ length: 24 }, (_, at) => `palabra${String(at + 1)}`);
const INPUT = { words: WORDS, chapterName: { es: 'Capítulo Durham', en: 'Durham Chapter' }, madeOn: { y: 2026, m: 11, d: 22 }, paper: 'letter', mode: 'es-en' } as const;

test('two sheets with the same numbered words, each saying for whom it is, in both languages', () => {
  const sheet = recoverySheet(INPUT);
  expect(sheet.words.map(({ place, word }) => `${String(place)} ${word}`)).toEqual(WORDS.map((word, at) => `${String(at + 1)} ${word}`));
  const copies = sheet.pages.map(({ copy }) => copy.map(({ text }) => text));
  expect(copies).toEqual([['Hoja 1 de 2', 'Sheet 1 of 2'], ['Hoja 2 de 2', 'Sheet 2 of 2']]);
  const [board, trusted] = sheet.pages.map(({ keep }) => keep[0]?.text);
  expect(board).toContain('mesa directiva');
  expect(trusted).toContain('fuera de la oficina');
  expect(sheet.chapterName.map(({ text }) => text)).toEqual(['Capítulo Durham', 'Durham Chapter']);
  expect(sheet.madeOn.map(({ text }) => text).join()).toMatch(/22 de noviembre de 2026.*November 22, 2026/);
  expect(recoverySheet({ ...INPUT, mode: 'en' }).title.map(({ text }) => text)).toEqual(['Recovery sheet']);
});

test('every paper is portrait and leaves 0.6 in on each side', () => {
  for (const paper of PAPER_SIZES) {
    const { width, height, boxWidth, boxHeight } = recoverySheetSpace(paper);
    expect(height).toBeGreaterThan(width);
    expect((width - boxWidth) / 2).toBeCloseTo(0.6);
    expect((height - boxHeight) / 2).toBeCloseTo(0.6);
  }
});
