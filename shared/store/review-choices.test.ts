import { beforeEach, describe, expect, test } from 'vitest';
import type { Review } from '../domain/office.ts';
import { randomToken } from '../domain/record.ts';
import { RecordCodec, type Backing } from './codec.ts';
import { newChapterKeys } from './keys.ts';
import type { OpenedAtRevision } from './record-memory.ts';
import { chosenIn, closedReview } from './reviews.ts';
import { createSealer } from './sealing.ts';
import { INVENTED_FAMILY } from './simulation/invented-family.ts';
import type { Stamps } from './stamps.ts';

const ID = 'person:abcdefghijkmnpqrstuv';
const STAMPED = { updatedAt: '2026-03-04T10:00:00.000Z', updatedBy: 'user:a' };
let codec: RecordCodec;
beforeEach(async () => {
  codec = new RecordCodec(await createSealer(randomToken(20), await newChapterKeys()), 'dev1');
});

function held(id: string, fields: Record<string, unknown>): OpenedAtRevision<Backing> {
  const { backing } = codec.seal(INVENTED_FAMILY, id, fields, null);
  return { id, rev: '1-a', fields, backing };
}
/** The record after a choice, and the atoms that bear the choice's change. */
function chosen(fields: Record<string, unknown>, question: Pick<Review, 'field' | 'item'>, choice: string): { document: Record<string, unknown>; fields: unknown; stamped: readonly string[] } {
  const document = chosenIn(codec, INVENTED_FAMILY, held(ID, fields), question, choice, STAMPED) as Record<string, unknown>;
  const opened = codec.open(ID, document);
  const stamps: Partial<Stamps> = opened?.backing.stamps.chapter ?? {};
  return { document, fields: opened?.fields, stamped: Object.keys(stamps.fields ?? {}).filter((atom) => !atom.startsWith('updated')) };
}

describe('what is chosen for a field', () => {
  test('stands in the next revision, stamped by who chose', () => {
    const { document, fields, stamped } = chosen({ called: 'Ana', area: 'Sur' }, { field: 'called' }, '"Ani"');
    expect(document).toMatchObject({ _id: ID, _rev: '1-a' });
    expect(fields).toEqual({ called: 'Ani', area: 'Sur', ...STAMPED });
    expect(stamped).toEqual(['called']);
  });

  test('is decided anew even where it stands already', () => {
    expect(chosen({ called: 'Ana' }, { field: 'called' }, '"Ana"').stamped).toEqual(['called']);
  });

  test('may be nothing', () => {
    const { fields, stamped } = chosen({ called: 'Ana' }, { field: 'called' }, 'null');
    expect(fields).toEqual(STAMPED);
    expect(stamped).toEqual(['called']);
  });
});

describe('what is chosen for an item of a list', () => {
  const contacts = [{ key: 'p', value: '+1' }, { key: 'q', value: '+2' }];

  test('stands in the item’s place, and the other items are not decided', () => {
    const { fields, stamped } = chosen({ contacts }, { field: 'contacts', item: 'p' }, '{"key":"p","value":"+9"}');
    expect(fields).toEqual({ contacts: [{ key: 'p', value: '+9' }, contacts[1]], ...STAMPED });
    expect(stamped).toEqual(['contacts\np']);
    expect(chosen({ contacts }, { field: 'contacts', item: 'p' }, JSON.stringify(contacts[0])).stamped).toEqual(['contacts\np']);
  });

  test('may be that it is gone, or be put there again', () => {
    expect(chosen({ contacts }, { field: 'contacts', item: 'p' }, 'null').fields).toEqual({ contacts: [contacts[1]], ...STAMPED });
    expect(chosen({}, { field: 'contacts', item: 'p' }, '{"key":"p"}').fields).toEqual({ contacts: [{ key: 'p' }], ...STAMPED });
  });

  test('of what is no longer such a list leaves it and decides it as a whole', () => {
    for (const [field, value] of [['contacts', 'none'], ['called', 'Ana'], ['constructor', 'x']] as const) {
      const { fields, stamped } = chosen({ [field]: value }, { field, item: 'p' }, '{"key":"p"}');
      expect(fields).toEqual({ [field]: value, ...STAMPED });
      expect(stamped).toEqual([field]);
    }
  });
});

describe('what is chosen about an erased record', () => {
  test('to keep it: it is in no bin from then on', () => {
    const { fields, stamped } = chosen({ called: 'Ana' }, { field: 'erased' }, '"keep"');
    expect(fields).toEqual({ called: 'Ana', ...STAMPED });
    expect(stamped).toEqual(['deletedAt']);
  });

  test('to delete it: the deletion says that its writer had seen it as it was', () => {
    const { document } = chosen({ called: 'Ana' }, { field: 'erased' }, '"delete"');
    expect(document).toMatchObject({ _id: ID, _rev: '1-a', _deleted: true });
    expect(codec.readTombstone(ID, document)).toEqual({ kind: 'erased', seen: { chapter: { dev1: 1 } } });
  });
});

test('a closed review says what was chosen, when and by whom', () => {
  const id = 'review:abcdefghijkmnpqrstuv';
  const document = closedReview(codec, held(id, { kind: 'review', record: ID, field: 'called', values: ['"Ana"'] }), '"Ana"', STAMPED);
  expect(document).toMatchObject({ _id: id, _rev: '1-a' });
  expect(codec.open(id, document)?.fields).toEqual({ kind: 'review', record: ID, field: 'called', values: ['"Ana"'], ...STAMPED, settledAt: STAMPED.updatedAt, chosen: '"Ana"' });
});
