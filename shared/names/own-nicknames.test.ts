import { afterEach, expect, test } from 'vitest';
import { MatchIndex } from './candidates.ts';
import { Directory, directoryEntry } from './directory.ts';
import { directoryBytes, directoryFromBytes } from './frozen-directory.ts';
import { setNicknames } from './nicknames.ts';

afterEach(() => {
  setNicknames(null);
});

const BUNDO = { ownNicknames: [{ key: 'abundio bundo', name: 'Abundio', short: 'Bundo' }], nicknamesOff: ['jose pepe'] };
const people = ['Abundio Paz Mora', 'José Ruiz Gil'].map((nameAsWritten, at) => directoryEntry({ id: `p${at}`, nameAsWritten, contacts: [], affiliations: [] }));

function filled(): Directory {
  const directory = new Directory();
  directory.putMany(people);
  return directory;
}

const names = (directory: Directory, query: string): string[] => directory.search(query, { limit: 5 }).map(({ nameAsWritten }) => nameAsWritten);

test('a directory that was kept before the table changed finds by the new nickname, and no longer by one that is switched off', () => {
  const kept = directoryBytes(filled().freeze());
  expect(names(filled(), 'pepe')).toEqual(['José Ruiz Gil']);
  setNicknames(BUNDO);
  const frozen = directoryFromBytes(kept);
  const thawed = new Directory();
  if (frozen) thawed.thaw(frozen);
  expect([names(thawed, 'bundo paz'), names(thawed, 'pepe'), names(thawed, 'chepe')]).toEqual([['Abundio Paz Mora'], [], ['José Ruiz Gil']]);
  expect(thawed.candidatesFor('bun', { preferred: new Set(), limit: 5 }).map(({ entry }) => entry.id)).toEqual(['p0']);
  setNicknames(null);
  expect([names(thawed, 'bundo paz'), names(thawed, 'pepe')]).toEqual([[], ['José Ruiz Gil']]);
});

test('what is kept of the directory is the same with every table', () => {
  const before = directoryBytes(filled().freeze());
  setNicknames(BUNDO);
  expect(directoryBytes(filled().freeze())).toEqual(before);
});

test('two people who may be one by the chapter’s own nickname are found by an index that was filled with it', async () => {
  const pairs = async (): Promise<number> => {
    const index = new MatchIndex();
    const phones = ['+19195550101'];
    for (const nameAsWritten of ['Abundio Paz', 'Bundo Paz']) index.put({ id: nameAsWritten, nameAsWritten, phones: [], institutions: ['holy'] });
    index.put({ id: 'other', nameAsWritten: 'Zoila Cruz', phones, institutions: [] });
    return (await index.duplicates()).length;
  };
  expect(await pairs()).toBe(0);
  setNicknames(BUNDO);
  expect(await pairs()).toBe(1);
});
