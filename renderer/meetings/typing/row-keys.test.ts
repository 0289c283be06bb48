import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, pointAt, pressKey, toggleTick, typeText } from './row-keys.ts';
import { recordOfRow, type TypingRow } from './typing-row.ts';
import { commit, openTyping, personMade, recordChanged, type Choice, type Lookups, type TypingState } from './typing-state.ts';

const PEOPLE: readonly Choice[] = [
  { id: 'person:lupita', label: 'María Guadalupe Hernández Ríos', detail: 'San José', from: 'expected' },
  { id: 'person:lupe', label: 'Guadalupe Torres', detail: 'San José', from: 'institution' },
  { id: 'person:jose1', label: 'José García', detail: 'San José', from: 'chapter' },
  { id: 'person:jose2', label: 'José García', detail: 'Emanuel', from: 'chapter' },
  { id: 'person:wilmer', label: 'Wilmer Cruz', detail: 'Emanuel', from: 'chapter' },
];
const INSTITUTIONS: readonly Choice[] = [{ id: 'institution:emanuel', label: 'Iglesia Emanuel', detail: '' }];
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const found = (from: readonly Choice[]) => (typed: string) =>
  from.filter((choice) => plain(typed).split(/\s+/).every((part) => plain(choice.label).includes(part))).slice(0, 4);
const lookups: Lookups = {
  people: found(PEOPLE),
  institutions: found(INSTITUTIONS),
  isSame: (one, other) => one === other,
  institutionOf: (person) => (person === 'person:lupita' ? 'institution:sanjose' : undefined),
};

const page = { rows: [], printedRows: 6, firstRow: 1, preprinted: [], linesOnPaper: 4 };
const prefilled = { ...page, preprinted: ['person:lupita', 'person:wilmer'] };

function press(state: TypingState, ...keys: readonly string[]): TypingState {
  return keys.reduce((now, key) => pressKey(now, { key }, lookups) ?? now, state);
}

/** As a hand types: each character is offered to the grid first and goes into the field when the grid leaves it. */
function type(state: TypingState, text: string): TypingState {
  return Array.from(text).reduce((now, character) => {
    const taken = pressKey(now, { key: character }, lookups);
    if (taken !== null) return taken;
    if (now.field === 'ticks') return now;
    const before = now.field === 'institution' ? now.draft.institutionText : now.draft[now.field];
    return typeText(now, now.field, (now.typed ? before : '') + character, lookups);
  }, state);
}

const decisions = (state: TypingState): readonly (string | undefined)[] => state.rows.map((row) => row.decision?.state);

describe('Enter', () => {
  it('accepts the highlighted person of exactly what is typed, and goes down', () => {
    const state = press(type(openTyping(page), 'lup torres'), 'Enter');
    expect(state.rows[0]?.decision).toEqual({ state: 'linked', person: 'person:lupe' });
    expect(state.at).toBe(1);
    expect(state.draft.name).toBe('');
  });

  it('without a person marks the line later and keeps what is written', () => {
    const state = press(type(openTyping(page), 'Ma. Xyz'), 'Enter');
    expect(recordOfRow(state.rows[0] as TypingRow)).toEqual({ n: 1, asWritten: 'Ma. Xyz', state: 'later' });
    expect(state.at).toBe(1);
  });

  it('takes nobody of two with the same name from the same place until one is chosen', () => {
    const typed = type(openTyping(page), 'jose gar');
    expect(typed.highlight).toBe(-1);
    expect(press(typed, 'Enter').rows[0]?.decision).toEqual({ state: 'later' });
    expect(press(typed, 'ArrowDown', 'ArrowDown', 'Enter').rows[0]?.decision).toEqual({ state: 'linked', person: 'person:jose2' });
    expect(press(typed, '2').rows[0]?.decision).toEqual({ state: 'linked', person: 'person:jose2' });
  });

  it('on an empty line goes down and records nothing', () => {
    const state = press(openTyping(page), 'Enter', 'Enter');
    expect(state.at).toBe(2);
    expect(decisions(state).every((decision) => decision === undefined)).toBe(true);
  });

  it('on an empty line after the last one says that the page is done', () => {
    let state = openTyping(page);
    for (let line = 0; line < 4; line += 1) state = press(type(state, 'lup'), 'Enter');
    expect(state.finished).toBe(0);
    state = press(state, 'Enter');
    expect(state.finished).toBe(1);
    expect(state.at).toBe(4);
  });
});

describe('printed lines', () => {
  it('Space and Enter mark that the person came and go down', () => {
    const state = press(openTyping(prefilled), ' ', 'Enter');
    expect(state.rows.slice(0, 2).map((row) => row.decision)).toEqual([
      { state: 'linked', person: 'person:lupita' },
      { state: 'linked', person: 'person:wilmer' },
    ]);
    expect(state.at).toBe(2);
  });

  it('a second Space takes the mark away', () => {
    const state = press(openTyping(prefilled), ' ', 'ArrowUp', ' ');
    expect(state.rows[0]?.decision).toBeUndefined();
    expect(state.at).toBe(0);
  });

  it('arrows pass over them without a mark', () => {
    expect(decisions(press(openTyping(prefilled), 'ArrowDown', 'ArrowDown')).every((one) => one === undefined)).toBe(true);
  });

  it('a name typed there replaces the printed one', () => {
    const state = press(type(openTyping(prefilled), 'wilm'), 'Enter');
    expect(state.rows[0]?.decision).toEqual({ state: 'linked', person: 'person:wilmer' });
    expect(press(state, 'ArrowUp', ' ').rows[0]?.decision).toEqual({ state: 'linked', person: 'person:wilmer' });
  });

  it('a phone beside a printed name means that the person came', () => {
    const state = press(type(press(openTyping(prefilled), 'Tab', 'Tab'), '5550142'), 'Enter');
    expect(state.rows[0]).toMatchObject({ phone: '5550142', decision: { state: 'linked', person: 'person:lupita' } });
  });
});

describe('signs', () => {
  it('decide the line', () => {
    expect(decisions(type(openTyping(page), '?-*')).slice(0, 3)).toEqual(['unreadable', 'anonymous', 'later']);
  });

  it('leave a hyphen inside a name alone', () => {
    expect(type(openTyping(page), 'Ana-Mar').draft.name).toBe('Ana-Mar');
  });

  it('+ makes a new person of what is typed, with phone, institution and ticks', () => {
    let state = type(openTyping(page), 'Rosa Ek');
    state = press(state, 'Tab');
    state = press(type(state, 'emanu'), 'Tab');
    state = press(type(state, '555 0199'), 'Tab');
    state = type(state, '14+');
    expect(state.rows[0]).toMatchObject({
      name: 'Rosa Ek',
      institution: 'institution:emanuel',
      institutionText: '',
      phone: '555 0199',
      ticks: { call: true, es: true },
      decision: { state: 'new', key: 'new-1' },
    });
    expect(state.at).toBe(1);
  });

  it('+ begins a foreign phone, and after digits ends the line', () => {
    const phone = press(type(openTyping(page), 'Rosa Ek'), 'Tab', 'Tab');
    const begun = type(phone, '+52 55');
    expect(begun.draft.phone).toBe('+52 55');
    expect(type(begun, '+').rows[0]?.decision?.state).toBe('new');
  });

  it('+ without a name does nothing', () => {
    const state = type(openTyping(page), '+');
    expect(state.at).toBe(0);
    expect(decisions(state)[0]).toBeUndefined();
  });
});

describe('fields of a line', () => {
  it('Tab keeps what was chosen and what was written', () => {
    expect(press(type(openTyping(page), 'lup'), 'Tab').rows[0]?.decision).toEqual({ state: 'linked', person: 'person:lupita' });
    expect(press(type(openTyping(page), 'Qqq'), 'Tab').rows[0]).toMatchObject({ name: 'Qqq', decision: { state: 'later' } });
  });

  it('Esc brings back the field, not the line', () => {
    const phone = type(press(type(openTyping(page), 'lup'), 'Tab', 'Tab'), '555');
    const state = press(phone, 'Escape');
    expect(state.draft).toMatchObject({ phone: '', decision: { state: 'linked', person: 'person:lupita' } });
    expect(state.field).toBe('phone');
  });

  it('F4 and Ctrl+D repeat the institution above, or that of the person above', () => {
    const state = press(type(press(type(openTyping(page), 'lup'), 'Enter'), 'Rosa Ek'), 'F4');
    expect(state.draft.institution).toBe('institution:sanjose');
    const same = pressKey(type(type(state, '+'), 'Leo'), { key: 'd', ctrl: true }, lookups);
    expect(same?.draft.institution).toBe('institution:sanjose');
    expect(same?.draft.name).toBe('Leo');
  });

  it('F4 passes over lines that say no institution', () => {
    const state = press(type(press(type(openTyping(page), 'lup'), 'Enter'), '??'), 'F4');
    expect(state.draft.institution).toBe('institution:sanjose');
    expect(press(openTyping(page), 'F4').draft.institution).toBeUndefined();
  });

  it('an institution nobody knows is kept as written', () => {
    const state = press(type(press(type(openTyping(page), 'Rosa Ek'), 'Tab'), 'Capilla Nueva'), 'Enter');
    expect(recordOfRow(state.rows[0] as TypingRow)).toMatchObject({ institutionAsWritten: 'Capilla Nueva' });
  });

  it('the mouse on another line keeps what stands on this one', () => {
    const state = pointAt(type(openTyping(page), 'lup'), 3, 'name', lookups);
    expect(state.rows[0]).toMatchObject({ name: 'lup', decision: { state: 'later' } });
    expect(state.at).toBe(3);
  });

  it('leaves the grid backwards from the name', () => {
    expect(pressKey(openTyping(page), { key: 'Tab', shift: true }, lookups)).toBeNull();
  });
});

describe('coming back to a line', () => {
  it('a new person stays new under a corrected name', () => {
    const made = personMade(type(openTyping(page), 'Rossa Ek+'), 'new-1', 'person:rosa');
    const state = press(type(press(made, 'ArrowUp'), 'Rosa Ek'), 'Enter');
    expect(state.rows[0]).toMatchObject({ name: 'Rosa Ek', decision: { state: 'new', key: 'new-1', person: 'person:rosa' } });
    expect(state.newPeople).toBe(1);
  });

  it('a line put off shows its people, and Enter leaves it put off', () => {
    const off = press(type(openTyping(page), 'jose gar'), 'Enter', 'ArrowUp');
    expect(off.choices.map((choice) => choice.id)).toEqual(['person:jose1', 'person:jose2']);
    expect(press(off, 'Enter').rows[0]?.decision).toEqual({ state: 'later' });
    expect(press(off, '1').rows[0]?.decision).toEqual({ state: 'linked', person: 'person:jose1' });
  });

  it('an emptied name empties the line', () => {
    const back = press(press(type(openTyping(page), 'Qqq'), 'Enter'), 'ArrowUp');
    const state = press(typeText(back, 'name', '', lookups), 'Enter');
    expect(state.rows[0]?.decision).toBeUndefined();
  });

  it('Ctrl+Z takes back first the typing, then the last line', () => {
    const typed = type(press(type(openTyping(page), 'lup'), 'Enter'), 'wil');
    const undo = (state: TypingState): TypingState => pressKey(state, { key: 'z', ctrl: true }, lookups) as TypingState;
    const once = undo(typed);
    expect([once.at, once.draft.name]).toEqual([1, '']);
    const twice = undo(once);
    expect([twice.at, twice.rows[0]?.decision]).toEqual([0, undefined]);
    expect(undo(twice)).toEqual(twice);
  });
});

describe('more lines than printed', () => {
  it('there is always one line more', () => {
    let state = openTyping({ ...page, printedRows: 1, linesOnPaper: 1 });
    for (const name of ['Ana', 'Beto', 'Carla']) state = press(type(state, `${name} Xx`), 'Enter');
    expect(state.rows.map((row) => row.name)).toEqual(['Ana Xx', 'Beto Xx', 'Carla Xx', '']);
  });
});

describe('changes from elsewhere', () => {
  it('fill the lines that nobody touches here', () => {
    const typing = type(openTyping(page), 'lup');
    const rows = [
      { n: 1, asWritten: 'otro', state: 'later' as const },
      { n: 2, asWritten: 'x', state: 'anonymous' as const },
      { n: 9, asWritten: 'y', state: 'later' as const },
    ];
    const state = recordChanged(typing, { rows, linesOnPaper: 4 }, new Set());
    expect(state.draft.name).toBe('lup');
    expect(state.rows[1]?.decision).toEqual({ state: 'anonymous' });
    expect(state.rows[8]?.name).toBe('y');
    expect(state.rows).toHaveLength(10);
  });

  it('leave lines alone that are not yet written', () => {
    const state = press(type(openTyping(page), 'lup'), 'Enter');
    expect(recordChanged(state, { rows: [] }, new Set([1])).rows[0]?.decision?.state).toBe('linked');
    expect(recordChanged(state, { rows: [] }, new Set()).rows[0]?.decision).toBeUndefined();
  });
});

describe('opening', () => {
  it('goes to the asked line, else after the last typed one', () => {
    const rows = [{ n: 2, asWritten: 'x', state: 'later' as const }];
    expect(openTyping({ ...page, rows }).at).toBe(2);
    expect(openTyping({ ...page, rows }, 5).at).toBe(4);
    expect(openTyping({ ...page, rows }, 99).at).toBe(2);
  });

  it('reads back what it recorded', () => {
    const typed = commit(type(press(personMade(type(openTyping(prefilled), 'Rosa Ek+'), 'new-1', 'person:r'), ' '), 'jose'));
    const rows = typed.rows.map(recordOfRow).filter((row) => row !== null);
    expect(openTyping({ ...prefilled, rows }).rows.map(recordOfRow)).toEqual(typed.rows.map(recordOfRow));
  });
});

describe('any keys', () => {
  const keys = fc.constantFrom('Enter', 'Tab', 'ShiftTab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'Escape', 'F4', 'CtrlD', ...'+?-* 1234lupwiljosegar');
  const one = (state: TypingState, key: string): TypingState => {
    if (key === 'ShiftTab') return pressKey(state, { key: 'Tab', shift: true }, lookups) ?? state;
    if (key === 'CtrlD') return pressKey(state, { key: 'd', ctrl: true }, lookups) ?? state;
    return key.length > 1 ? press(state, key) : type(state, key);
  };
  const mouse = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 5 }));

  it('never change or lose a committed line but the one under the cursor', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 8, arbitrary: keys }, mouse), { maxLength: 80 }), (sequence) => {
        let state = openTyping(prefilled);
        for (const step of sequence) {
          const next = typeof step === 'string' ? one(state, step) : toggleTick(pointAt(state, step[0], 'ticks', lookups, step[1]), step[1]);
          state.rows.forEach((row, index) => {
            if (index !== state.at && typeof step === 'string') expect(next.rows[index]).toBe(row);
          });
          expect(next.rows.length).toBeGreaterThanOrEqual(state.rows.length);
          expect(next.rows.map((row) => row.n)).toEqual(next.rows.map((_, index) => index + 1));
          state = next;
        }
        for (const row of commit(state).rows) if (row.name !== '') expect(row.decision).toBeDefined();
      }),
    );
  });

  it('Ctrl+Z takes every line back to the beginning', () => {
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 60 }), (sequence) => {
        let state = commit(sequence.reduce(one, openTyping(prefilled)));
        for (let step = 0; step < 200; step += 1) state = pressKey(state, { key: 'z', ctrl: true }, lookups) as TypingState;
        expect(state.rows.every((row) => recordOfRow(row) === null)).toBe(true);
      }),
    );
  });

  it('typed name and sign, line after line, give exactly those lines in that order', () => {
    const line = fc.record({ name: fc.constantFrom('lup', 'wilmer', 'jose gar', 'Zzz Ek', 'Ñañez'), end: fc.constantFrom('Enter', '+', '?', '*', '1') });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const state = lines.reduce((now, { name, end }) => {
          const typed = type(now, name);
          const done = one(typed, end);
          // A digit where nobody is offered belongs to the name; Enter then ends the line.
          return done.at === typed.at ? press(done, 'Enter') : done;
        }, openTyping(page));
        lines.forEach(({ name, end }, index) => {
          const row = state.rows[index];
          expect(row?.name.startsWith(name)).toBe(true);
          const person = lookups.people(name);
          if (end === '+') expect(row?.decision?.state).toBe('new');
          if (end === 'Enter' && person.length === 0) expect(row?.decision?.state).toBe('later');
          if (end === '1' && person.length > 0) expect(row?.decision).toEqual({ state: 'linked', person: person[0]?.id });
        });
        expect(state.at).toBe(lines.length);
      }),
    );
  });
});

it('a click on a person ends the line as a digit does', () => {
  expect(choose(type(openTyping(page), 'jose'), 1, lookups).rows[0]?.decision).toEqual({ state: 'linked', person: 'person:jose2' });
});
