import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedChapter } from './open-records.ts';
import { openPouch } from './pouch.ts';
import { PouchDB } from './replicating-pouch.ts';
import { exchange } from './test-chapter.ts';
import { accessHere, foundAt, joinAt, newTestOffice, unlockAt, PASSPHRASES, type TestOffice } from './test-offices.ts';
import { removeComputer, removeUser } from './users.ts';

/**
 * One chapter on three PCs: Rosa founded it and administers it with Ana; Luis is an organizer. Rosa's is always open, of the
 * others one at a time, as RxDB allows in one process.
 */
const [rosaAt, anaAt, luisAt] = [newTestOffice(), newTestOffice(), newTestOffice()];
let rosa: OpenedChapter;
let other: OpenedChapter | null = null;
let who = { ana: '', luis: '' };
beforeAll(async () => {
  rosa = await foundAt(rosaAt);
  const ana = await joinAt(anaAt, rosaAt, rosa, 'Ana', 'chapter_admin');
  await ana.close();
  const luis = await joinAt(luisAt, rosaAt, rosa, 'Luis', 'organizer');
  await luis.close();
  who = { ana: ana.user.id, luis: luis.user.id };
  await allMeet();
}, 120_000);
afterAll(async () => {
  await other?.close();
  await rosa.close();
});

async function opened(office: TestOffice, passphrase: string): Promise<OpenedChapter> {
  await other?.close();
  other = await unlockAt(office, rosa, passphrase);
  return other;
}
const openAna = (): Promise<OpenedChapter> => opened(anaAt, PASSPHRASES.Ana);
const openLuis = (): Promise<OpenedChapter> => opened(luisAt, PASSPHRASES.Luis);

async function tended(...chapters: readonly OpenedChapter[]): Promise<void> {
  for (const chapter of chapters) await accessHere(chapter).run(() => Promise.resolve());
}

/** Both ways, until neither has anything to say; what it brought is taken in. */
async function meet(left: OpenedChapter, right: OpenedChapter): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await exchange(left, right);
    await tended(left, right);
  }
  await exchange(left, right);
}

async function allMeet(): Promise<void> {
  await meet(rosa, await openAna());
  await meet(rosa, await openLuis());
}

function newPerson(chapter: OpenedChapter, name: string): Promise<{ readonly id: string }> {
  return chapter.create('people', { nameAsWritten: name, contacts: [], affiliations: [], notes: `${name} canta` });
}

async function seenAt(chapter: OpenedChapter, id: string): Promise<unknown> {
  return (await chapter.collections.people.findOne(id).exec())?.toJSON();
}

/** A PC that stands in a corner until it is taken out; its removal is a rotation without any user leaving. */
async function oldComputer(chapter: OpenedChapter): Promise<string> {
  return (await chapter.create('office', { kind: 'device', name: 'vieja', letter: 'Z', codesGiven: 0 })).id;
}

/** Replicates these records one after the other, each shown before the next comes. */
async function deliver(from: OpenedChapter, to: OpenedChapter, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await PouchDB.replicate(from.pouch, to.pouch, { doc_ids: [id], checkpoint: false });
    await new Promise((resolve) => setTimeout(resolve, 30));
    await to.settled();
    await accessHere(to).settled();
  }
}

function orders<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => orders(items.filter((_other, other) => other !== at)).map((rest) => [item, ...rest]));
}

describe('a rotation', () => {
  test('reaches who remains in every order of arrival', async () => {
    const luis = await openLuis();
    for (const order of orders(['access', 'person', 'changed', 'device'] as const)) {
      const device = await oldComputer(rosa);
      const { id: changed } = await newPerson(rosa, 'Wilmer');
      await exchange(rosa, luis);
      await removeComputer(accessHere(rosa), device);
      const { id: person } = await newPerson(rosa, 'Lupita');
      await rosa.change('people', changed, { notes: 'canta y baila' });
      expect(luis.ring.numbers('chapter')).not.toContain(rosa.ring.current('chapter'));
      const ids = { access: accessHere(luis).id, person, changed, device };
      await deliver(rosa, luis, order.map((what) => ids[what]));
      expect(await seenAt(luis, person), order.join()).toMatchObject({ nameAsWritten: 'Lupita', notes: 'Lupita canta' });
      expect(await seenAt(luis, changed), order.join()).toMatchObject({ notes: 'canta y baila' });
      expect(luis.ring.current('chapter')).toBe(rosa.ring.current('chapter'));
      expect(luis.ring.current('organizers')).toBe(rosa.ring.current('organizers'));
    }
    await allMeet();
  }, 120_000);

  test('rewrites nothing, and what was written before still opens', async () => {
    const { id } = await newPerson(rosa, 'Toña');
    const before = (await rosa.pouch.get(id))._rev;
    await removeComputer(accessHere(rosa), await oldComputer(rosa));
    expect((await rosa.pouch.get(id))._rev).toBe(before);
    expect(await seenAt(rosa, id)).toMatchObject({ nameAsWritten: 'Toña', notes: 'Toña canta' });
    const ana = await openAna();
    await meet(rosa, ana);
    expect(await seenAt(ana, id)).toMatchObject({ notes: 'Toña canta' });
  });

  test('made by two administrators apart from each other gives both keys to all, and one is used', async () => {
    await allMeet();
    const ana = await openAna();
    await removeComputer(accessHere(rosa), await oldComputer(rosa));
    await removeComputer(accessHere(ana), await oldComputer(ana));
    expect(rosa.ring.current('chapter')).not.toBe(ana.ring.current('chapter'));
    const { id: first } = await newPerson(rosa, 'Chela');
    const { id: second } = await newPerson(ana, 'Beto');
    await meet(rosa, ana);
    const known = (['chapter', 'organizers'] as const).map((part) => [part, ana.ring.numbers(part), ana.ring.current(part)] as const);
    const look = async (chapter: OpenedChapter): Promise<void> => {
      expect(await seenAt(chapter, first)).toMatchObject({ nameAsWritten: 'Chela', notes: 'Chela canta' });
      expect(await seenAt(chapter, second)).toMatchObject({ nameAsWritten: 'Beto', notes: 'Beto canta' });
      for (const [part, numbers, current] of known) {
        expect(chapter.ring.numbers(part)).toEqual(numbers);
        expect(chapter.ring.current(part)).toBe(current);
      }
    };
    await look(rosa);
    await look(ana);
    const luis = await openLuis();
    await meet(rosa, luis);
    await look(luis);
  });

  test('comes to rest: once all know it, nobody writes anything more', async () => {
    await allMeet();
    const sequences = async (chapter: OpenedChapter): Promise<unknown[]> =>
      Promise.all([rosa, chapter].map(async ({ pouch }) => (await pouch.info()).update_seq));
    for (const openOther of [openAna, openLuis]) {
      const chapter = await openOther();
      const before = await sequences(chapter);
      await meet(rosa, chapter);
      expect(await sequences(chapter)).toEqual(before);
    }
  });

  test('leaves the removed user nothing of what is written later, whoever else rotated for them meanwhile', async () => {
    await allMeet();
    // Ana does not know yet that Luis goes, and gives him the key of a rotation of her own.
    const ana = await openAna();
    await removeUser(accessHere(rosa), who.luis);
    await removeComputer(accessHere(ana), await oldComputer(ana));
    const anas = ana.ring.current('chapter');
    await carry(ana, luisAt);
    const luis = await openLuis();
    expect(luis.ring.numbers('chapter')).toContain(anas);
    await accessHere(luis).settled();
    const anaAgain = await openAna();
    await meet(rosa, anaAgain);
    const written = [await newPerson(rosa, 'Nena'), await newPerson(anaAgain, 'Chuy')];
    await exchange(rosa, anaAgain);
    for (const { id } of written) {
      for (const chapter of [rosa, anaAgain]) expect(await seenAt(chapter, id)).toMatchObject({ notes: expect.stringContaining('canta') as unknown });
    }
    const still = await openLuis();
    const ends: string[] = [];
    accessHere(still).onEnd((end) => ends.push(end));
    await exchange(rosa, still);
    await accessHere(still).settled();
    expect(ends).toEqual(['user']);
    for (const { id } of written) {
      expect(await still.pouch.get(id)).toMatchObject({ _id: id });
      expect(await seenAt(still, id)).toBeUndefined();
    }
    await still.close();
    other = null;
    await expect(openLuis()).rejects.toMatchObject({ code: 'wrong-passphrase' });
  });
});

/** What that PC has, to one that is closed. */
async function carry(from: OpenedChapter, to: TestOffice): Promise<void> {
  const pouch = openPouch(from.database, 'memory', to.place.prefix);
  await PouchDB.replicate(from.pouch, pouch);
  await pouch.close();
}
