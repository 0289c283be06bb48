import { afterEach, expect, test } from 'vitest';
import type { Person } from '../domain/person.ts';
import type { Envelope } from './envelope.ts';
import type { OpenedChapter } from './open-records.ts';
import { unlockChapter } from './opening.ts';
import { createSealer } from './sealing.ts';
import { exchange } from './test-chapter.ts';
import { accessHere, foundAt, joinAt, newTestOffice, PASSPHRASES, unlockAt } from './test-offices.ts';
import { addUser, changePassphrase, changeRole, removeComputer, removeUser } from './users.ts';

const open: OpenedChapter[] = [];
afterEach(async () => {
  for (const chapter of open.splice(0)) await chapter.close();
});

function followed(chapter: OpenedChapter): OpenedChapter {
  open.push(chapter);
  return chapter;
}

const LUPITA = { nameAsWritten: 'Lupita Hernández Ríos', contacts: [], affiliations: [] };
const VOLUNTEER = { name: 'Elena', role: 'entry', passphrase: 'cuatro sillas en la sala' } as const;

async function person(chapter: OpenedChapter, id: string): Promise<Person | undefined> {
  return (await chapter.collections.people.findOne(id).exec())?.toMutableJSON();
}

async function met(left: OpenedChapter, right: OpenedChapter): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await exchange(left, right);
    for (const chapter of [left, right]) await accessHere(chapter).run(() => Promise.resolve());
  }
  await exchange(left, right);
}

test('a volunteer opens the chapter with a passphrase of their own and has no key of the organizers’ part', async () => {
  const here = newTestOffice();
  const founder = await foundAt(here);
  const { id } = await founder.create('people', { ...LUPITA, notes: 'canta' });
  await addUser(accessHere(founder), VOLUNTEER);
  await founder.close();
  const volunteer = followed(await unlockAt(here, founder, VOLUNTEER.passphrase));
  expect(volunteer.user).toMatchObject({ name: 'Elena' });
  expect(accessHere(volunteer).role).toBe('entry');
  expect(volunteer.ring.holds('organizers')).toBe(false);
  expect(volunteer.ring.holds('author')).toBe(true);
  expect(await person(volunteer, id)).toMatchObject({ nameAsWritten: LUPITA.nameAsWritten });
  expect((await person(volunteer, id))?.notes).toBeUndefined();
  await volunteer.change('people', id, { called: 'Lupe' });
  await volunteer.close();
  const again = followed(await unlockAt(here, founder, PASSPHRASES.Rosa));
  expect(await person(again, id)).toMatchObject({ called: 'Lupe', notes: 'canta' });
});

test('locking overwrites the keys: nothing opens and nothing can be sealed afterwards', async () => {
  const here = newTestOffice();
  const founder = await foundAt(here);
  const { ring } = founder;
  const [number = 0] = ring.numbers('chapter');
  const held = [ring.raw('chapter', number), ring.derived('chapter', number)?.seal, accessHere(founder).pair.privateKey];
  for (const bytes of held) expect(bytes?.some((byte) => byte !== 0)).toBe(true);
  await founder.close();
  for (const bytes of held) expect(bytes?.every((byte) => byte === 0)).toBe(true);
  expect(ring.holds('chapter')).toBe(false);
  expect(ring.current('chapter')).toBeUndefined();
});

test('what lies on the disk of users says nothing: no name, no role, no key', async () => {
  const here = newTestOffice();
  const founder = followed(await foundAt(here));
  await addUser(accessHere(founder), VOLUNTEER);
  const vault = (await here.host.keep.read(`vault-${founder.id}`)) ?? '';
  const documents = JSON.stringify((await founder.pouch.allDocs({ include_docs: true })).rows);
  for (const text of [vault, documents]) expect(text).not.toMatch(/Rosa|Elena|chapter_admin|"entry"|passphrase/);
  expect(JSON.parse(vault)).toMatchObject({ format: 2, entries: [{ owner: 'user' }, { owner: 'user' }] });
});

test('a passphrase that opens for someone already is refused, and so is removing the last administrator', async () => {
  const here = newTestOffice();
  const founder = followed(await foundAt(here));
  const access = accessHere(founder);
  await expect(addUser(access, { ...VOLUNTEER, passphrase: ` ${PASSPHRASES.Rosa}` })).rejects.toMatchObject({ code: 'passphrase-taken' });
  const { id } = await addUser(access, VOLUNTEER);
  await expect(removeUser(access, founder.user.id)).rejects.toMatchObject({ code: 'last-administrator' });
  await expect(changeRole(access, founder.user.id, 'organizer')).rejects.toMatchObject({ code: 'last-administrator' });
  await changeRole(access, id, 'chapter_admin');
  await changeRole(access, founder.user.id, 'leader');
  expect(access.role).toBe('leader');
  await expect(addUser(access, { ...VOLUNTEER, passphrase: 'una tercera frase larga' })).rejects.toMatchObject({ code: 'not-administrator' });
});

test('a changed passphrase opens and the old one does not', async () => {
  const here = newTestOffice();
  const founder = await foundAt(here);
  await expect(changePassphrase(accessHere(founder), 'no es esta', 'nueva frase de Rosa')).rejects.toMatchObject({ code: 'wrong-passphrase' });
  await changePassphrase(accessHere(founder), PASSPHRASES.Rosa, 'nueva frase de Rosa');
  await founder.close();
  await expect(unlockChapter(here.host, here.place, founder.database, PASSPHRASES.Rosa)).rejects.toMatchObject({ code: 'wrong-passphrase' });
  expect(followed(await unlockAt(here, founder, 'nueva frase de Rosa')).user.name).toBe('Rosa');
});

test('who was added on one PC opens on the other after an exchange, and no more after being removed', async () => {
  const [one, two] = [newTestOffice(), newTestOffice()];
  const rosa = followed(await foundAt(one));
  const ana = followed(await joinAt(two, one, rosa, 'Ana', 'organizer'));
  const { id } = await addUser(accessHere(rosa), VOLUNTEER);
  await met(rosa, ana);
  await ana.close();
  const elena = await unlockAt(two, rosa, VOLUNTEER.passphrase);
  expect(elena.user.name).toBe('Elena');
  await removeUser(accessHere(rosa), id);
  const ends: string[] = [];
  accessHere(elena).onEnd((end) => ends.push(end));
  await exchange(rosa, elena);
  await accessHere(elena).settled();
  expect(ends).toEqual(['user']);
  await elena.close();
  await expect(unlockChapter(two.host, two.place, rosa.database, VOLUNTEER.passphrase)).rejects.toMatchObject({ code: 'wrong-passphrase' });
  await expect(unlockChapter(one.host, one.place, rosa.database, VOLUNTEER.passphrase)).rejects.toMatchObject({ code: 'wrong-passphrase' });
  expect(followed(await unlockAt(two, rosa, PASSPHRASES.Ana)).user.name).toBe('Ana');
});

test('a PC that was taken out forgets how to open the chapter, and the others write under a new key', async () => {
  const [one, two] = [newTestOffice(), newTestOffice()];
  const rosa = followed(await foundAt(one));
  const ana = followed(await joinAt(two, one, rosa, 'Ana', 'chapter_admin'));
  await met(rosa, ana);
  const before = rosa.ring.current('chapter');
  await removeComputer(accessHere(rosa), ana.device);
  expect(rosa.ring.current('chapter')).not.toBe(before);
  const ends: string[] = [];
  accessHere(ana).onEnd((end) => ends.push(end));
  await exchange(rosa, ana);
  await accessHere(ana).settled();
  expect(ends).toEqual(['computer']);
  expect(await two.host.keep.read(`vault-${rosa.id}`)).toBeNull();
});

test('what a replaced passphrase opened is gone from the records: they keep no history of it', async () => {
  const here = newTestOffice();
  const founder = followed(await foundAt(here));
  const { id } = accessHere(founder);
  const [old] = (await accessHere(founder).holders()).accesses.flatMap((one) => one.locks);
  await changePassphrase(accessHere(founder), PASSPHRASES.Rosa, 'nueva frase de Rosa');
  await founder.change('office', founder.user.id, { name: 'Rosa M.' });
  const opened = async (record: string): Promise<string> => {
    const { parts } = (await founder.pouch.get(record)) as unknown as Envelope;
    return JSON.stringify((await createSealer(founder.id, founder.ring)).open({ id: record, schema: 1 }, 'chapter', parts.chapter));
  };
  expect(await opened(id)).toContain('locks');
  expect(await opened(id)).not.toContain(old?.c ?? 'no lock');
  expect(await opened(founder.user.id)).toContain('"Rosa"');
});
