import { afterEach, describe, expect, test } from 'vitest';
import { randomToken } from '../../../shared/domain/record.ts';
import { StoreProblem, type Chapter } from '../../../shared/store/chapter-types.ts';
import { newChapterKeys } from '../../../shared/store/keys.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { openTestChapter } from '../../../shared/store/test-chapter.ts';
import { ImportJob } from './import-job.ts';
import type { Intake } from './intake.ts';
import { bringBackImport, takeBackImport } from './take-back.ts';

const open: OpenedChapter[] = [];
afterEach(async () => {
  for (const chapter of open.splice(0)) await chapter.close();
});

async function office(): Promise<OpenedChapter> {
  const chapter = await openTestChapter(randomToken(20), await newChapterKeys());
  open.push(chapter);
  return chapter;
}

/** So many people, every tenth like the one before, all of one new institution. */
function intake(count: number): { -readonly [K in keyof Intake]: Intake[K] } {
  return {
    people: Array.from({ length: count }, (_, at) => ({
      planned: {
        row: at + 2,
        fields: { nameAsWritten: `Persona ${at}`, contacts: [], affiliations: [] },
        institutionName: 'Iglesia Emanuel',
        institution: { key: 'emanuel' },
        roles: [],
        careful: [],
        sameAs: [],
      },
      likeRows: at > 0 && at % 10 === 0 ? [at - 1] : [],
    })),
    institutions: [{ key: 'emanuel', name: 'Iglesia Emanuel', people: count }],
    refused: 2,
    joins: new Map(),
  };
}

async function here(chapter: Chapter): Promise<{ people: number; institutions: number; batch: unknown }> {
  const alive = { selector: { deletedAt: { $exists: false } } };
  const [people, institutions, batch] = await Promise.all([
    chapter.collections.people.find(alive).exec(),
    chapter.collections.institutions.find(alive).exec(),
    chapter.collections.office.findOne({ selector: { kind: 'import' } }).exec(),
  ]);
  return { people: people.length, institutions: institutions.length, batch: batch?.toJSON() };
}

/** The chapter with a disk that is full when the n-th chunk of people comes, once. */
function fullAt(chapter: OpenedChapter, chunk: number): Chapter {
  let seen = 0;
  return {
    ...chapter,
    createMany: (name, many) => {
      if (name === 'people' && ++seen === chunk) return Promise.reject(new StoreProblem('storage-full'));
      return chapter.createMany(name, many);
    },
  };
}

describe('an import', () => {
  test('writes everybody once, with the institution, the import and the likenesses', async () => {
    const chapter = await office();
    const job = new ImportJob(chapter, intake(650));
    await job.run();
    expect(job.state()).toEqual({ phase: 'done', done: 650, total: 650 });
    expect(await here(chapter)).toMatchObject({ people: 650, institutions: 1, batch: { added: 650, refused: 2, state: 'done' } });
    const like = await chapter.collections.people.findOne({ selector: { nameAsWritten: 'Persona 40' } }).exec();
    const other = await chapter.collections.people.findOne({ selector: { nameAsWritten: 'Persona 39' } }).exec();
    expect(like?.possibleDuplicates).toEqual([other?.id]);
    expect(like?.source).toEqual({ kind: 'import', from: job.batch });
    expect(like?.affiliations[0]?.isMain).toBe(true);
  });

  test('cancelled on its way takes back what was added', async () => {
    const chapter = await office();
    const job = new ImportJob(chapter, intake(900));
    job.subscribe(() => job.state().done >= 300 && job.cancel());
    await job.run();
    expect(job.state().phase).toBe('taken-back');
    expect(await here(chapter)).toMatchObject({ people: 0, institutions: 0, batch: { state: 'undone' } });
  });

  test('a full disk stops it with what was added kept, and it goes on to exactly everybody', async () => {
    const chapter = await office();
    const job = new ImportJob(fullAt(chapter, 2), intake(650));
    await job.run();
    expect(job.state()).toMatchObject({ phase: 'failed', during: 'writing', done: 300, total: 650, problem: { code: 'storage-full' } });
    expect(await here(chapter)).toMatchObject({ people: 300, batch: { state: 'running' } });
    await job.run();
    expect(job.state().phase).toBe('done');
    expect(await here(chapter)).toMatchObject({ people: 650, institutions: 1 });
    const names = (await chapter.collections.people.find().exec()).map((person) => person.nameAsWritten);
    expect(new Set(names).size).toBe(650);
  });

  test('taken back later leaves an institution where somebody else belongs now, and can be brought back', async () => {
    const chapter = await office();
    const job = new ImportJob(chapter, intake(5));
    await job.run();
    const institution = (await chapter.collections.institutions.findOne().exec())?.id ?? '';
    await chapter.create('people', { nameAsWritten: 'Rosa', contacts: [], affiliations: [{ key: 'a', institution, roles: [], isMain: true }] });
    const taken = await takeBackImport(chapter, job.batch ?? '');
    expect(await here(chapter)).toMatchObject({ people: 1, institutions: 1, batch: { state: 'undone' } });
    await bringBackImport(chapter, job.batch ?? '', taken);
    expect(await here(chapter)).toMatchObject({ people: 6, institutions: 1, batch: { state: 'done' } });
  });

  test('taking back does not touch who was in the bin before, so bringing back leaves them there', async () => {
    const chapter = await office();
    const job = new ImportJob(chapter, intake(5));
    await job.run();
    const first = await chapter.collections.people.findOne().exec();
    await chapter.change('people', first?.id ?? '', { deletedAt: '2025-01-01T00:00:00Z' });
    await bringBackImport(chapter, job.batch ?? '', await takeBackImport(chapter, job.batch ?? ''));
    expect((await here(chapter)).people).toBe(4);
  });
});

describe('rows that are people of the chapter', () => {
  const phone = { key: 'k', kind: 'phone', value: '+19195550188', asWritten: '919 555 0188' } as const;

  async function joined(): Promise<{ chapter: OpenedChapter; ana: string; job: ImportJob }> {
    const chapter = await office();
    const ana = (await chapter.create('people', { nameAsWritten: 'Ana Ruiz', area: 'Durham', contacts: [], affiliations: [] })).id;
    const plan = intake(2);
    const [first] = plan.people;
    if (first) plan.people = [{ ...first, planned: { ...first.planned, fields: { ...first.planned.fields, area: 'Raleigh', contacts: [phone] } } }, ...plan.people.slice(1)];
    const job = new ImportJob(chapter, { ...plan, joins: new Map([[0, ana]]) });
    await job.run();
    return { chapter, ana, job };
  }

  const read = async (chapter: OpenedChapter, id: string) => (await chapter.collections.people.findOne(id).exec())?.toMutableJSON();

  test('what the row adds goes to that person, nothing is replaced, and nobody is entered twice', async () => {
    const { chapter, ana, job } = await joined();
    expect(job.state()).toEqual({ phase: 'done', done: 2, total: 2 });
    expect([job.updated, (await here(chapter)).batch]).toMatchObject([1, { added: 1, updated: 1, state: 'done' }]);
    expect(await read(chapter, ana)).toMatchObject({ nameAsWritten: 'Ana Ruiz', area: 'Durham', contacts: [{ value: '+19195550188' }], alsoKnownAs: ['Persona 0'] });
    const marked = await chapter.collections.people.find({ selector: { mergedInto: ana } }).exec();
    expect(marked).toHaveLength(1);
  });

  test('taking the import back gives that person back as they were, but for what somebody wrote since', async () => {
    const { chapter, ana, job } = await joined();
    await chapter.change('people', ana, { area: 'Chapel Hill' });
    await job.takeBack();
    const now = await read(chapter, ana);
    expect(now).toMatchObject({ nameAsWritten: 'Ana Ruiz', area: 'Chapel Hill', contacts: [] });
    expect([now?.alsoKnownAs ?? [], now?.affiliations]).toEqual([[], []]);
    expect(await here(chapter)).toMatchObject({ people: 1, institutions: 0, batch: { state: 'undone' } });
  });
});
