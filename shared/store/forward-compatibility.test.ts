import memoryAdapter from 'pouchdb-adapter-memory';
import { afterEach, describe, expect, test } from 'vitest';
import { newRecordId, randomToken } from '../domain/record.ts';
import { RecordCodec, type OpenedRecord } from './codec.ts';
import { FAMILIES, type Family } from './families.ts';
import { newChapterKeys } from './keys.ts';
import { openPouch, type RecordPouch } from './pouch.ts';
import { PouchDB } from './replicating-pouch.ts';
import { createSealer, type ChapterKeys } from './sealing.ts';
import { settleLeaves } from './settle-leaves.ts';
import { openTestChapter } from './test-chapter.ts';

PouchDB.plugin(memoryAdapter);

/** The present build, and one to come: more fields, one of them for organizers only, lists with rules, a type of record. */
const PRESENT: Family = FAMILIES.people;
const COMING: Family = {
  ...PRESENT,
  rules: { ...PRESENT.rules, skills: { rule: 'union', key: 'key' }, colours: { rule: 'union' }, visits: { rule: 'greatest' } },
  organizerFields: [...PRESENT.organizerFields, 'plan'],
};

interface Office {
  readonly pouch: RecordPouch;
  readonly codec: RecordCodec;
  readonly family: Family;
}

const offices: Office[] = [];
afterEach(async () => {
  for (const { pouch } of offices.splice(0)) await pouch.close();
});

async function office(chapter: string, keys: ChapterKeys, family: Family, device: string): Promise<Office> {
  const codec = new RecordCodec(await createSealer(chapter, keys), device, family === COMING ? 2 : 1);
  const made = { pouch: openPouch(`forward-${chapter}-${device}`, 'memory'), codec, family };
  offices.push(made);
  return made;
}

async function see({ pouch, codec }: Office, id: string): Promise<OpenedRecord & { readonly rev: string }> {
  const stored = await pouch.get(id);
  return { ...(codec.open(id, stored) as OpenedRecord), rev: stored._rev };
}

async function change(at: Office, id: string, patch: Record<string, unknown>): Promise<void> {
  const before = await see(at, id).catch(() => null);
  const { envelope } = at.codec.seal(at.family, id, { ...before?.fields, ...patch }, before);
  await at.pouch.put({ _id: id, ...(before ? { _rev: before.rev } : {}), ...envelope });
}

/** Both ways until both have merged; answers with the revision that both show. */
async function exchange(left: Office, right: Office, id: string): Promise<string> {
  for (let round = 0; round < 3; round += 1) {
    for (const [from, to] of [[left, right], [right, left]] as const) {
      await PouchDB.replicate(from.pouch, to.pouch);
      await settleLeaves(to.pouch, to.codec, to.family, id);
    }
  }
  const [one, other] = [await left.pouch.get(id, { conflicts: true }), await right.pouch.get(id, { conflicts: true })];
  expect(one).toEqual(other);
  expect(one).not.toHaveProperty('_conflicts');
  return one._rev;
}

async function reviewsAt({ pouch, codec }: Office): Promise<readonly Record<string, unknown>[]> {
  const found = await pouch.allDocs({ include_docs: true, startkey: 'review:', endkey: 'review:\uffff' });
  return found.rows.map(({ id, doc }) => codec.open(id, doc)?.fields ?? {});
}

const COMING_FIELDS = { nameAsWritten: 'Ana', skills: [{ key: 's1', name: 'canto' }], colours: ['azul'], plan: 'visitar', notes: 'canta', visits: 3 };

describe('two builds of the schema', () => {
  test('an older Convoca edits a newer record and harms nothing that it does not know', async () => {
    const [chapter, keys, id] = [randomToken(20), await newChapterKeys(), newRecordId('person')];
    const [older, newer] = [await office(chapter, keys, PRESENT, 'older'), await office(chapter, keys, COMING, 'newer')];
    await change(newer, id, COMING_FIELDS);
    await exchange(newer, older, id);
    await change(older, id, { called: 'Anita', notes: 'canta y maneja' });
    await exchange(older, newer, id);
    const after = await see(newer, id);
    expect(after.fields).toEqual({ ...COMING_FIELDS, called: 'Anita', notes: 'canta y maneja' });
    expect(after.backing.schema).toBe(2);
    const volunteer = new RecordCodec(await createSealer(chapter, { chapter: keys.chapter }), 'volunteer');
    expect(volunteer.open(id, await older.pouch.get(id))?.fields).not.toHaveProperty('plan');
  });

  test('edits apart from each other come together in one revision, whichever build merges', async () => {
    const [chapter, keys, id] = [randomToken(20), await newChapterKeys(), newRecordId('person')];
    const [older, newer] = [await office(chapter, keys, PRESENT, 'older'), await office(chapter, keys, COMING, 'newer')];
    await change(newer, id, COMING_FIELDS);
    await exchange(newer, older, id);
    await change(newer, id, { skills: [{ key: 's1', name: 'canto' }, { key: 's2', name: 'cocina' }], plan: undefined, visits: 4 });
    await change(older, id, { called: 'Anita' });
    await exchange(older, newer, id);
    const { plan: _removed, ...others } = COMING_FIELDS;
    const expected = { ...others, called: 'Anita', skills: [{ key: 's1', name: 'canto' }, { key: 's2', name: 'cocina' }], visits: 4 };
    for (const at of [older, newer]) expect((await see(at, id)).fields).toEqual(expected);
    expect(await reviewsAt(older)).toEqual([]);
  });

  test.each(['older', 'newer'])('a field unknown to the older build that two newer ones changed is kept and asked, merged first by the %s', async (first) => {
    const [chapter, keys, id] = [randomToken(20), await newChapterKeys(), newRecordId('person')];
    const older = await office(chapter, keys, PRESENT, 'older');
    const [one, two] = [await office(chapter, keys, COMING, 'newer1'), await office(chapter, keys, COMING, 'newer2')];
    await change(one, id, COMING_FIELDS);
    await exchange(one, two, id);
    await exchange(one, older, id);
    await change(one, id, { skills: [{ key: 's1', name: 'canto' }, { key: 's2', name: 'cocina' }], plan: 'llamar' });
    await change(two, id, { skills: [{ key: 's1', name: 'canto' }, { key: 's3', name: 'coser' }], plan: 'escribir' });
    if (first === 'older') {
      await PouchDB.replicate(two.pouch, older.pouch);
      await exchange(one, older, id);
    }
    await exchange(one, two, id);
    await exchange(two, older, id);
    await exchange(one, older, id);
    const { fields } = await see(one, id);
    const reviews = await reviewsAt(one);
    const inReview = (text: string): boolean => reviews.some(({ values }) => (values as string[]).some((value) => value.includes(text)));
    for (const name of ['cocina', 'coser', 'llamar', 'escribir']) expect(inReview(name) || JSON.stringify(fields).includes(name), name).toBe(true);
    expect(reviews).toContainEqual(expect.objectContaining({ field: 'plan' }) as unknown);
    if (first === 'newer') expect(fields['skills']).toHaveLength(3);
    expect((await see(older, id)).backing.schema).toBe(2);
  });

  test('a newer volunteer carries an older organizers’ part along, and it still opens', async () => {
    const [chapter, keys, id] = [randomToken(20), await newChapterKeys(), newRecordId('person')];
    const older = await office(chapter, keys, PRESENT, 'older');
    const volunteer = await office(chapter, { chapter: keys.chapter }, COMING, 'volunteer');
    await change(older, id, { nameAsWritten: 'Ana', notes: 'canta' });
    await exchange(older, volunteer, id);
    await change(volunteer, id, { called: 'Ani' });
    await exchange(older, volunteer, id);
    expect((await see(older, id)).fields).toEqual({ nameAsWritten: 'Ana', notes: 'canta', called: 'Ani' });
    await change(older, id, { notes: 'canta y maneja' });
    expect((await see(older, id)).backing.schema).toBe(2);
  });

  test('records of a type that an older Convoca does not know lie in its database unharmed, their leaves unmerged', async () => {
    const [chapter, keys] = [randomToken(20), await newChapterKeys()];
    const [one, two] = [await office(chapter, keys, COMING, 'newer1'), await office(chapter, keys, COMING, 'newer2')];
    const id = `agenda:${randomToken(20)}`;
    await change(one, id, { items: ['a'] });
    await exchange(one, two, id);
    const older = await openTestChapter(chapter, keys);
    await change(one, id, { items: ['a', 'b'] });
    await change(two, id, { items: ['a', 'c'] });
    for (const from of [one, two]) await PouchDB.replicate(from.pouch, older.pouch);
    await older.settled();
    await older.create('people', { nameAsWritten: 'Ana', contacts: [], affiliations: [] });
    expect((await older.pouch.get(id, { conflicts: true }))._conflicts).toHaveLength(1);
    await PouchDB.replicate(older.pouch, one.pouch);
    await older.close();
    await exchange(one, two, id);
    expect(await reviewsAt(one)).toMatchObject([{ field: 'items' }]);
  });
});
