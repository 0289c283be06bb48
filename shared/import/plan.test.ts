import { describe, expect, it, vi } from 'vitest';
import { directoryEntry } from '../names/directory.ts';
import { guessColumns } from './columns.ts';
import { planImport, type ImportQuestion } from './plan.ts';
import { readList } from './read-list.ts';

function question(text: string, more: Partial<ImportQuestion> = {}): ImportQuestion {
  const list = readList(text);
  return { list, columns: guessColumns(list), known: [], institutions: [], areaCode: '919', ...more };
}

const LIST = `Nombre,Iglesia,Teléfono
Eduardo Ruiz Álvarez,Igl. San José,919 555 0101
Anónimo,Betel,
Lalo Ruiz,iglesia san josé,555-0101
Rosa Soto,Iglesia San José,919 555 0101
Roberto Chávez,Templo Betel,704 555 0102
Roberto Chávez Jr.,Templo Betel,704 555 0102
Itzel Mora,,`;

describe('planImport', () => {
  it('marks rows that may be one person, and merges none', async () => {
    const plan = await planImport(question(LIST));
    expect(plan.people.map((person) => person.fields.nameAsWritten)).toEqual([
      'Eduardo Ruiz Álvarez',
      'Lalo Ruiz',
      'Rosa Soto',
      'Roberto Chávez',
      'Roberto Chávez Jr.',
      'Itzel Mora',
    ]);
    expect(plan.people.map((person) => person.sameAs.map(({ row, band }) => [row, band]))).toEqual([[], [[2, 'probably']], [], [], [[6, 'maybe']], []]);
    expect(plan.problems).toEqual([{ row: 3, reason: 'anonymous', cells: ['Anónimo', 'Betel', ''] }]);
  });

  it('gathers the spellings of an institution under the best one, and knows those that are here', async () => {
    const plan = await planImport(question(LIST, { institutions: [{ id: 'institution:b', name: 'Temple', otherNames: ['Templo Betel'] }] }));
    expect(plan.institutions).toEqual([{ key: 'iglesia jose san', name: 'Igl. San José', people: 3 }]);
    expect(plan.people.map((person) => person.institution)).toEqual([
      { key: 'iglesia jose san' },
      { key: 'iglesia jose san' },
      { key: 'iglesia jose san' },
      { id: 'institution:b' },
      { id: 'institution:b' },
      null,
    ]);
  });

  it('marks people who are in the chapter already', async () => {
    const known = [
      directoryEntry({
        id: 'person:a',
        nameAsWritten: 'Ruiz Álvarez, Lalo',
        contacts: [{ key: 'k', kind: 'phone', value: '+19195550101', asWritten: '' }],
        affiliations: [],
      }),
      directoryEntry({ id: 'person:b', nameAsWritten: 'Lalo Ruiz Álvarez', contacts: [], affiliations: [] }),
    ];
    const plan = await planImport(question('Nombre,Teléfono\nEduardo Ruiz Álvarez,919 555 0101', { known }));
    expect(plan.people[0]?.sameAs).toMatchObject([{ id: 'person:a', band: 'probably' }, { id: 'person:b', band: 'probably' }]);
  });

  it('tells how far it is, and can be called off', async () => {
    const long = `Nombre,Teléfono\n${Array.from({ length: 4000 }, (_row, at) => `Ana Ruiz Soto,919 555 ${1000 + at}`).join('\n')}`;
    const shares: number[] = [];
    const control = new AbortController();
    const onProgress = vi.fn((share: number) => {
      shares.push(share);
      if (share > 0.1) control.abort(new Error('called off'));
    });
    await expect(planImport(question(long, { onProgress, signal: control.signal }))).rejects.toThrow('called off');
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(Math.max(...shares)).toBeLessThan(1);
  });
});
