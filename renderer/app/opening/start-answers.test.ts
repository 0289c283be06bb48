import { expect, test } from 'vitest';
import { NO_ANSWERS, startFrom, wrongAnswers } from './start-answers.ts';

const GOOD = { ...NO_ANSWERS, name: ' Capítulo Durham ', userName: 'Rosa', pcName: 'Oficina 1', passphrase: 'mesa taza libro vela', again: 'mesa taza libro vela' };

test('only the names and the passphrase are asked for', () => {
  expect([...wrongAnswers(NO_ANSWERS)].sort()).toEqual(['name', 'passphrase', 'pcName', 'userName']);
  expect(wrongAnswers(GOOD).size).toBe(0);
});

test('what is written must be readable', () => {
  expect([...wrongAnswers({ ...GOOD, areaCode: '91', email: 'rosa', again: 'mesa' })].sort()).toEqual(['again', 'areaCode', 'email']);
});

test('one name serves both languages; two go where they belong', () => {
  expect(startFrom(GOOD, 'es').chapterName).toEqual({ es: 'Capítulo Durham', en: 'Capítulo Durham' });
  expect(startFrom({ ...GOOD, nameOther: 'Durham Chapter' }, 'es').chapterName).toEqual({ es: 'Capítulo Durham', en: 'Durham Chapter' });
  expect(startFrom({ ...GOOD, name: 'Durham Chapter', nameOther: 'Capítulo Durham' }, 'en').chapterName).toEqual({ es: 'Capítulo Durham', en: 'Durham Chapter' });
});
