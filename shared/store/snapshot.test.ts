import { afterEach, describe, expect, test } from 'vitest';
import { randomToken } from '../domain/record.ts';
import { newChapterKeys } from './keys.ts';
import type { ChapterKeys } from './key-ring.ts';
import type { OpenedChapter } from './open-records.ts';
import { openMemoryShelf, type SnapshotShelf } from './snapshot-shelf.ts';
import { exchange, newTestPc, openTestChapter, type TestPc } from './test-chapter.ts';

const open: OpenedChapter[] = [];
afterEach(async () => {
  for (const chapter of open.splice(0)) await chapter.close();
});

const INSTITUTION = { name: 'Templo Betel', otherNames: [], languages: [] };

interface Office {
  readonly id: string;
  readonly keys: ChapterKeys;
  readonly pc: TestPc;
  readonly shelf: SnapshotShelf;
}

async function newOffice(): Promise<Office> {
  return { id: randomToken(20), keys: await newChapterKeys(), pc: newTestPc(), shelf: openMemoryShelf() };
}

async function openOffice({ id, keys, pc, shelf }: Office): Promise<OpenedChapter> {
  const chapter = await openTestChapter(id, keys, pc, shelf);
  open.push(chapter);
  return chapter;
}

async function reopen(office: Office, chapter: OpenedChapter): Promise<OpenedChapter> {
  await chapter.close();
  return openOffice(office);
}

function people(count: number) {
  return Array.from({ length: count }, (_, at) => ({ nameAsWritten: `Persona ${String(at)}`, contacts: [], affiliations: [], notes: `nota ${String(at)}` }));
}

async function namesIn(chapter: OpenedChapter): Promise<string[]> {
  return (await chapter.collections.people.find().exec()).map((person) => person.nameAsWritten).sort();
}

describe('the snapshot', () => {
  test('opens with the same records as the database, and only what changed since is read', async () => {
    const office = await newOffice();
    const first = await openOffice(office);
    const [ana, eva] = await first.createMany('people', people(50));
    await first.writeSnapshot();
    await first.change('people', ana?.id ?? '', { nameAsWritten: 'Ana Cambiada' });
    await first.collections.people.findOne(eva?.id).remove();
    await first.create('people', { nameAsWritten: 'Nueva', contacts: [], affiliations: [] });
    const before = (await first.collections.people.find().exec()).map((person) => person.toJSON());
    const again = await reopen(office, first);
    expect(await again.openedFrom).toBe('snapshot');
    const after = (await again.collections.people.find().exec()).map((person) => person.toJSON());
    expect(after.sort(byId)).toEqual(before.sort(byId));
    expect(after).toHaveLength(50);
  });

  test('what was opened from it can be changed and conflicts are seen', async () => {
    const office = await newOffice();
    const first = await openOffice(office);
    const { id } = await first.create('people', { nameAsWritten: 'Lupita', contacts: [], affiliations: [] });
    await first.writeSnapshot();
    const again = await reopen(office, first);
    const other = await openTestChapter(office.id, office.keys);
    open.push(other);
    await exchange(again, other);
    await again.change('people', id, { called: 'Lupe' });
    await other.change('people', id, { area: 'Durham' });
    await exchange(again, other);
    for (const chapter of [again, other]) {
      expect((await chapter.collections.people.findOne(id).exec())?.toJSON()).toMatchObject({ nameAsWritten: 'Lupita', called: 'Lupe', area: 'Durham' });
    }
  });

  test('what a blob lost, altered or exchanged would say is read from the database instead', async () => {
    for (const harm of [
      (blob: Uint8Array) => blob.slice(0, blob.length - 40),
      (blob: Uint8Array) => blob.map((byte, at) => (at === 100 ? byte ^ 4 : byte)),
      () => new Uint8Array(),
      () => crypto.getRandomValues(new Uint8Array(5000)),
    ]) {
      const office = await newOffice();
      const first = await openOffice(office);
      await first.createMany('people', people(30));
      await first.create('institutions', INSTITUTION);
      await first.writeSnapshot();
      await first.close();
      const names = await office.shelf.names();
      expect(names.length).toBeGreaterThan(2);
      for (const name of names) {
        const blob = await office.shelf.read([name])[0];
        await office.shelf.write(name, harm(blob ?? new Uint8Array()));
        const again = await openOffice(office);
        expect(await namesIn(again)).toHaveLength(30);
        expect(await again.collections.institutions.find().exec()).toHaveLength(1);
        await again.close();
        if (blob) await office.shelf.write(name, blob);
      }
    }
  });

  test('a snapshot of a database that is no more is not used', async () => {
    const office = await newOffice();
    const first = await openOffice(office);
    await first.createMany('people', people(20));
    await first.writeSnapshot();
    await first.close();
    const lost = { ...office, pc: newTestPc() };
    const empty = await openOffice(lost);
    expect(await empty.openedFrom).toBe('database');
    expect(await namesIn(empty)).toEqual([]);
  });

  test('a volunteer does not read the organizers’ snapshot and an organizer not a volunteer’s', async () => {
    const office = await newOffice();
    const organizer = await openOffice(office);
    const [ana] = await organizer.createMany('people', people(10));
    await organizer.writeSnapshot();
    await organizer.close();
    const volunteers = { ...office, keys: { chapter: office.keys.chapter } };
    const volunteer = await openOffice(volunteers);
    expect(await volunteer.openedFrom).toBe('database');
    expect((await volunteer.collections.people.findOne(ana?.id).exec())?.notes).toBeUndefined();
    await volunteer.change('people', ana?.id ?? '', { area: 'Durham' });
    await volunteer.writeSnapshot();
    const again = await reopen(volunteers, volunteer);
    expect(await again.openedFrom).toBe('snapshot');
    await again.change('people', ana?.id ?? '', { called: 'Anita' });
    await again.close();
    const back = await openOffice(office);
    expect(await back.openedFrom).toBe('snapshot');
    expect((await back.collections.people.findOne(ana?.id).exec())?.toJSON()).toMatchObject({ area: 'Durham', called: 'Anita', notes: 'nota 0' });
  });

  test('one that was not finished leaves the one before whole, and its blobs go with the next', async () => {
    const office = await newOffice();
    const first = await openOffice(office);
    await first.createMany('people', people(10));
    await first.writeSnapshot();
    const whole = await office.shelf.names();
    await first.createMany('people', people(10));
    const write = office.shelf.write.bind(office.shelf);
    office.shelf.write = (name, blob) => (name.endsWith('head') ? Promise.reject(new Error('no power')) : write(name, blob));
    await expect(first.writeSnapshot()).rejects.toThrow('no power');
    expect((await office.shelf.names()).length).toBeGreaterThan(whole.length);
    const again = await reopen(office, first);
    expect(await again.openedFrom).toBe('snapshot');
    expect(await namesIn(again)).toHaveLength(20);
    office.shelf.write = write;
    await again.writeSnapshot();
    expect((await office.shelf.names()).length).toBe(whole.length);
  });

  test('what is saved while it is written is there at the next opening', async () => {
    const office = await newOffice();
    const first = await openOffice(office);
    const made = await first.createMany('people', people(40));
    const writing = first.writeSnapshot();
    await Promise.all(made.map(({ id }, at) => first.change('people', id, { called: `c${String(at)}` })));
    await first.createMany('people', people(5));
    await writing;
    const again = await reopen(office, first);
    const found = await again.collections.people.find().exec();
    expect(found).toHaveLength(45);
    expect(found.filter((person) => person.called !== undefined)).toHaveLength(40);
  });

  test('a deletion that nobody of the chapter made is not obeyed after it either', async () => {
    const office = await newOffice();
    const first = await openOffice(office);
    const { id } = await first.create('people', { nameAsWritten: 'Lupita', contacts: [], affiliations: [] });
    await first.writeSnapshot();
    await first.close();
    const stranger = await openTestChapter(office.id, await newChapterKeys(), office.pc);
    const { _rev } = await stranger.pouch.get(id);
    await stranger.pouch.put({ _id: id, _rev, _deleted: true });
    await stranger.close();
    for (const origin of ['snapshot', 'database']) {
      const again = await openOffice({ ...office, shelf: origin === 'snapshot' ? office.shelf : openMemoryShelf() });
      expect(await again.openedFrom).toBe(origin);
      expect(await namesIn(again)).toEqual(['Lupita']);
      expect((await again.pouch.get(id))['parts']).toBeDefined();
      await again.close();
    }
  });

  test('a screen’s note comes back with it and tells what may be otherwise', async () => {
    const office = await newOffice();
    const first = await openOffice(office);
    const { id } = await first.create('people', { nameAsWritten: 'Lupita', contacts: [], affiliations: [] });
    first.notes.provide('names', () => new TextEncoder().encode('Lupita'));
    first.notes.provide('nothing', () => null);
    await first.writeSnapshot();
    const kept = JSON.stringify(await Promise.all(office.shelf.read(await office.shelf.names())));
    expect(kept).not.toContain('Lupita');
    await first.change('people', id, { called: 'Lupe' });
    const again = await reopen(office, first);
    const note = await again.notes.read('names');
    expect(new TextDecoder().decode(note?.content)).toBe('Lupita');
    expect(await note?.unread).toEqual([id]);
    expect(await again.notes.read('nothing')).toBeNull();
  });
});

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
