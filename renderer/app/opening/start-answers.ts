import type { ChapterStart } from '../../../shared/store/chapter-types.ts';
import { isGoodEnough } from '../passphrase.ts';

/** What the screen "Start a chapter" holds while it is filled in. `name` is in the screen's language. */
export interface StartAnswers {
  readonly name: string;
  readonly nameOther: string;
  readonly phone: string;
  readonly email: string;
  readonly areaCode: string;
  readonly userName: string;
  readonly pcName: string;
  readonly passphrase: string;
  readonly again: string;
}

export const NO_ANSWERS: StartAnswers = { name: '', nameOther: '', phone: '', email: '', areaCode: '', userName: '', pcName: '', passphrase: '', again: '' };

/** Fields with a sentence of their own in `opening:missing`. */
export type WrongStart = 'name' | 'email' | 'areaCode' | 'userName' | 'pcName' | 'passphrase' | 'again';

/** Which answers are wrong. Only what a chapter cannot begin without is asked for; the rest may stay empty. */
export function wrongAnswers(answers: StartAnswers): ReadonlySet<WrongStart> {
  const wrong = new Set<WrongStart>();
  for (const field of ['name', 'userName', 'pcName'] as const) if (answers[field].trim() === '') wrong.add(field);
  if (answers.areaCode.trim() !== '' && !/^\d{3}$/.test(answers.areaCode.trim())) wrong.add('areaCode');
  if (answers.email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(answers.email.trim())) wrong.add('email');
  if (!isGoodEnough(answers.passphrase)) wrong.add('passphrase');
  else if (answers.again !== answers.passphrase) wrong.add('again');
  return wrong;
}

/** The answers as the store takes them. A chapter with one name bears it in both languages. */
export function startFrom(answers: StartAnswers, lang: 'es' | 'en'): ChapterStart {
  const name = answers.name.trim();
  const other = answers.nameOther.trim() === '' ? name : answers.nameOther.trim();
  return {
    chapterName: lang === 'es' ? { es: name, en: other } : { es: other, en: name },
    pcName: answers.pcName.trim(),
    userName: answers.userName.trim(),
    passphrase: answers.passphrase,
    areaCode: answers.areaCode.trim(),
    phone: answers.phone.trim(),
    email: answers.email.trim(),
    practice: false,
  };
}
