import { expect, test } from 'vitest';
import { meeting, type Meeting } from '../../../shared/domain/meeting.ts';
import { sheet, type Sheet, type SheetRow } from '../../../shared/domain/sheet.ts';
import { sightingsOf } from './sightings.ts';

const LUPITA = 'person:lupita';

function on(id: string, y: number, m?: number): Meeting {
  return meeting.parse({ id, date: { y, m } });
}

function page(meetingId: string, rows: readonly Partial<SheetRow>[]): Sheet {
  return sheet.parse({ id: `sheet:${meetingId}${rows.length}`, meeting: meetingId, code: '', pageNo: 1, pages: 1, variant: 'blank', printedRows: 10, rows });
}

test('the latest meeting comes first, also when dates are known only in part', () => {
  const meetings = [on('a', 2024), on('b', 2025, 3), on('c', 2024, 11)];
  const sheets = meetings.map((one) => page(one.id, [{ n: 4, person: LUPITA, state: 'linked' }]));
  expect(sightingsOf([LUPITA], sheets, meetings).map((seen) => seen.meeting.id)).toEqual(['b', 'c', 'a']);
});

test('two lines at one meeting are one sighting', () => {
  const sheets = [page('a', [{ n: 2, person: LUPITA, state: 'new' }]), page('a', [{ n: 9, person: LUPITA, state: 'linked' }, { n: 10, state: 'anonymous' }])];
  expect(sightingsOf([LUPITA], sheets, [on('a', 2025)])).toMatchObject([{ row: 2 }]);
});

test('a line that waits for a decision is not a sighting', () => {
  expect(sightingsOf([LUPITA], [page('a', [{ n: 1, person: LUPITA, state: 'later' }])], [on('a', 2025)])).toEqual([]);
});

test('a line that names a record found to be the same person is a sighting', () => {
  const sheets = [page('a', [{ n: 1, person: 'person:lupe', state: 'linked' }])];
  expect(sightingsOf([LUPITA, 'person:lupe'], sheets, [on('a', 2025)])).toHaveLength(1);
});
