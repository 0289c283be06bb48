import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Directory, directoryEntry, type DirectoryEntry } from './directory.ts';
import { directoryBytes, directoryFromBytes } from './frozen-directory.ts';

function entry(id: string, nameAsWritten: string, more: { phone?: string; institution?: string; called?: string } = {}): DirectoryEntry {
  return directoryEntry({
    id,
    nameAsWritten,
    called: more.called,
    contacts: more.phone ? [{ key: 'k', kind: 'phone', value: more.phone, asWritten: more.phone }] : [],
    affiliations: more.institution ? [{ key: 'k', institution: more.institution, roles: [], isMain: true }] : [],
  });
}

function chapter(): Directory {
  const directory = new Directory();
  directory.putInstitutions([{ id: 'holy', name: 'Holy Cross' }, { id: 'betel', name: 'Templo Betel' }]);
  directory.putMany([
    entry('lupita', 'María Guadalupe Hernández Ríos', { phone: '+19195550123', institution: 'holy' }),
    entry('jose', 'José Hernández', { institution: 'betel' }),
    entry('rosa', 'Rosa Vásquez Peña', { phone: '+17045550188', institution: 'holy', called: 'Chayo' }),
    entry('grace', 'Grace Williams', { institution: 'betel' }),
  ]);
  return directory;
}

function found(directory: Directory, query: string): string[] {
  return directory.search(query, { limit: 10 }).map((person) => person.id);
}

describe('search', () => {
  it.each([
    ['hernandez lupita', ['lupita']],
    ['LUPI HERN', ['lupita']],
    ['rios gua', ['lupita']],
    ['hernández', ['jose', 'lupita']],
    ['pepe', ['jose']],
    ['chayo', ['rosa']],
    ['holy cross ros', ['rosa']],
    ['nandez lupita', ['lupita']],
    ['squez', ['rosa']],
    ['5018', ['rosa']],
    ['holy', ['lupita', 'rosa']],
    ['(919) 555-0123', ['lupita']],
    ['0188', ['rosa']],
    ['555', ['lupita', 'rosa']],
    ['hdez jose', ['jose']],
    ['basques', ['rosa']],
    ['hernandez grace', []],
    ['', []],
    ['  ,', []],
  ])('finds by %j', (query, ids) => {
    expect(found(chapter(), query).sort()).toEqual([...ids].sort());
  });

  it('finds everybody by any beginnings of any words of the name in any order', () => {
    const directory = chapter();
    const people = directory.sorted();
    fc.assert(
      fc.property(fc.nat(people.length - 1), fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 9 })), { minLength: 1 }), (which, cuts) => {
        const person = people[which];
        const words = (person?.nameAsWritten ?? '').split(' ');
        const query = cuts.map(([word, length]) => (words[word % words.length] ?? '').slice(0, length)).join(' ');
        expect(found(directory, query)).toContain(person?.id);
      }),
    );
  });

  it('puts the better match first', () => {
    const directory = new Directory();
    directory.putMany([entry('b', 'Rosalía Rosales'), entry('a', 'Rosa Zamora'), entry('c', 'Ana Gómez', { institution: 'x' })]);
    directory.putInstitutions([{ id: 'x', name: 'Santa Rosa' }]);
    expect(found(directory, 'rosa')).toEqual(['a', 'b', 'c']);
  });
});

describe('keeping up', () => {
  it('follows changes and removals, and tells listeners once for each', () => {
    const directory = chapter();
    expect(directory.sorted().map((person) => person.id)).toEqual(['jose', 'lupita', 'rosa', 'grace']);
    const listener = vi.fn();
    const stop = directory.subscribe(listener);
    directory.put(entry('rosa', 'Rosa Álvarez'));
    expect(directory.sorted().map((person) => person.id)).toEqual(['rosa', 'jose', 'lupita', 'grace']);
    expect(found(directory, 'vasquez')).toEqual([]);
    expect(found(directory, '0188')).toEqual([]);
    directory.remove('jose');
    directory.remove('jose');
    expect(directory.size).toBe(3);
    expect(found(directory, 'hernandez')).toEqual(['lupita']);
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
    directory.putInstitutions([{ id: 'holy', name: 'Santa Cruz' }]);
    expect(found(directory, 'santa cruz')).toEqual(['lupita']);
    expect(directory.institutionName('holy')).toBe('Santa Cruz');
    expect(directory.membersOf('holy').map((person) => person.id)).toEqual(['lupita']);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('stays in order whatever is put in and taken out', () => {
    const names = fc.constantFrom('Ana Ríos', 'Eva Álvarez', 'Luz Núñez', 'Iris Ñato', 'Rosa Alva', 'Chuy');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.option(names)), { maxLength: 30 }), (steps) => {
        const step = new Directory();
        const last = new Map<string, string>();
        step.sorted();
        for (const [id, name] of steps) {
          if (name === null) step.remove(String(id));
          else step.put(entry(String(id), name));
          if (name === null) last.delete(String(id));
          else last.set(String(id), name);
          step.sorted();
        }
        const whole = new Directory();
        whole.putMany([...last].map(([id, name]) => entry(id, name)));
        expect(step.sorted().map((person) => person.nameAsWritten)).toEqual(whole.sorted().map((person) => person.nameAsWritten));
      }),
    );
  });
});

describe('candidatesFor', () => {
  it('offers the expected first, then the institution, then the chapter', () => {
    const directory = chapter();
    directory.put(entry('ana', 'Ana Hernández', { institution: 'holy' }));
    const offered = directory.candidatesFor('her', { preferred: new Set(['jose']), institution: 'holy', limit: 2 });
    expect(offered.map(({ entry: person, from }) => [person.id, from])).toEqual([['jose', 'expected'], ['ana', 'institution']]);
  });

  it('adds names that sound like what was typed, after those that are written so', () => {
    const offered = chapter().candidatesFor('bas', { preferred: new Set(), limit: 4 });
    expect(offered.map(({ entry: person, from }) => [person.id, from])).toEqual([['rosa', 'chapter']]);
  });

  it('does not look at the names of institutions', () => {
    expect(chapter().candidatesFor('holy', { preferred: new Set(), limit: 4 })).toEqual([]);
  });
});

const WORDS = ['Ana', 'María', 'Lupita', 'Guadalupe', 'Hernández', 'Hdez', 'Vásquez', 'Basques', 'Ríos', 'Núñez', 'José', 'Pepe'];
const anEntry = fc
  .record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), names: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }), phone: fc.boolean(), institution: fc.constantFrom('holy', 'betel', '') })
  .map(({ id, names, phone, institution }) => entry(id, names.join(' '), { phone: phone ? `+1919555012${String(id.charCodeAt(0) % 10)}` : '', institution }));

describe('a frozen directory', () => {
  it('answers as the one that was made anew, also after changes', () => {
    const aChange = fc.oneof(fc.record({ put: anEntry }), fc.record({ remove: fc.constantFrom('a', 'b', 'c') }));
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 12 }), fc.array(aChange, { maxLength: 6 }), fc.boolean(), (people, changes, twice) => {
        const whole = new Directory();
        whole.putInstitutions([{ id: 'holy', name: 'Holy Cross', otherNames: ['Santa Cruz'] }, { id: 'betel', name: 'Templo Betel' }]);
        whole.putMany(people);
        let thawed = thawedFrom(whole);
        for (const change of changes) {
          for (const directory of [whole, thawed]) {
            if ('put' in change) directory.put(change.put);
            else directory.remove(change.remove);
          }
          if (twice) thawed = thawedFrom(thawed);
        }
        expect(thawed.sorted().map(({ id }) => id)).toEqual(whole.sorted().map(({ id }) => id));
        expect(thawed.size).toBe(whole.size);
        for (const query of ['a', 'hern', 'gua', 'pepe', 'holy', 'santa', '919', '0', 'basq', 'nunez', 'rios ana']) {
          expect(thawed.search(query, { limit: 20 })).toEqual(whole.search(query, { limit: 20 }));
        }
        expect(thawed.membersOf('holy')).toEqual(whole.membersOf('holy'));
      }),
    );
  });

  it.each([0, 3, 60, 300])('is not taken from bytes that end after %i', (length) => {
    const bytes = directoryBytes(chapter().freeze());
    expect(directoryFromBytes(bytes.slice(0, length))).toBeNull();
  });
});

function thawedFrom(directory: Directory): Directory {
  const frozen = directoryFromBytes(directoryBytes(directory.freeze()));
  if (frozen === null) throw new Error('not read back');
  const thawed = new Directory();
  thawed.thaw(frozen);
  return thawed;
}
