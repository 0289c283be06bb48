import type { Host } from '../host.ts';
import type { ChapterRole } from '../domain/role.ts';
import { accessOf, type ChapterAccess } from './chapter-access.ts';
import { makeInvitation } from './inviting.ts';
import type { OpenedChapter } from './open-records.ts';
import { joinChapter, startChapter, unlockChapter, type OpeningPlace } from './opening.ts';
import { newTestPc } from './test-chapter.ts';
import { newTestHost } from './test-host.ts';

/** A PC with a host of its own and PouchDB in memory, for tests of users and keys. */
export interface TestOffice {
  readonly host: Host;
  readonly place: OpeningPlace;
}

/** Passphrases by who has them. */
export const PASSPHRASES = { Rosa: 'siete gatos duermen aquí', Ana: 'otra frase muy larga', Luis: 'mesa taza libro vela' } as const;

/** A PC that no other test uses; what no caller waits for fails the test that asked for it. */
export function newTestOffice(): TestOffice {
  const fail = (problem: unknown): never => {
    throw problem;
  };
  return { host: newTestHost(), place: { adapter: 'memory', prefix: newTestPc().prefix, onFailure: fail } };
}

/** Rosa founds the chapter there. */
export function foundAt({ host, place }: TestOffice): Promise<OpenedChapter> {
  return startChapter(host, place, {
    chapterName: { es: 'Capítulo Durham', en: 'Durham chapter' },
    pcName: 'PC 1',
    userName: 'Rosa',
    passphrase: PASSPHRASES.Rosa,
    areaCode: '919',
    phone: '',
    email: '',
    practice: false,
  });
}

/** Someone joins there by an invitation of that role. */
export async function joinAt(office: TestOffice, from: TestOffice, chapter: OpenedChapter, userName: 'Ana' | 'Luis', role: ChapterRole): Promise<OpenedChapter> {
  const { bytes, words } = await makeInvitation(from.host, chapter, 'es', role);
  const join = { invitation: bytes, words: words.join(' '), pcName: `PC ${userName}`, userName, passphrase: PASSPHRASES[userName] };
  return joinChapter(office.host, office.place, join);
}

/** Opens there; everything of users and keys is taken in when it resolves. */
export async function unlockAt({ host, place }: TestOffice, chapter: Pick<OpenedChapter, 'database'>, passphrase: string): Promise<OpenedChapter> {
  const opened = await unlockChapter(host, place, chapter.database, passphrase);
  await accessHere(opened).settled();
  return opened;
}

/** The access of a chapter that was opened with a vault. */
export function accessHere(chapter: OpenedChapter): ChapterAccess {
  const access = accessOf(chapter);
  if (!access) throw new Error('This chapter was opened without a vault.');
  return access;
}
