import { expect, it } from 'vitest';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { inMeetingOrder, isPast, meetingTitle, meetingWhen } from './meeting-words.ts';

const today = { y: 2025, m: 3, d: 4 };
const meeting = (id: string, date?: Meeting['date'], start?: string): Meeting => ({ id, title: { es: '', en: '' }, expected: [], date, start });

it('calls a meeting by its title, in the other language, or by its kind', () => {
  expect(meetingTitle({ title: { es: 'Asamblea', en: 'Assembly' } }, 'en')).toBe('Assembly');
  expect(meetingTitle({ title: { es: 'Asamblea', en: ' ' } }, 'en')).toBe('Asamblea');
  expect(meetingTitle({ title: { es: '', en: '' }, kind: 'house_meeting' }, 'es')).toBe('Reunión de casa');
});

it('says when, as far as it is known', () => {
  expect(meetingWhen({ date: { y: 2025, m: 3, d: 9 }, start: '16:00' }, 'en')).toBe('Sun, March 9, 2025, 4:00 p.m.');
  expect(meetingWhen({}, 'en')).toBe('');
});

it('a meeting of today, of this month or of this year is not past', () => {
  expect([{ y: 2025, m: 3, d: 4 }, { y: 2025, m: 3 }, { y: 2025 }].some((date) => isPast({ date }, today))).toBe(false);
  expect([{ y: 2025, m: 3, d: 3 }, { y: 2025, m: 2 }, { y: 2024 }].every((date) => isPast({ date }, today))).toBe(true);
});

it('puts the next meeting first, and the latest first among the past ones', () => {
  const meetings = [meeting('a', { y: 2025, m: 5, d: 1 }), meeting('b', { y: 2025, m: 3, d: 9 }), meeting('c'), meeting('d', { y: 2024 }), meeting('e', { y: 2025, m: 3, d: 1 })];
  const { upcoming, past } = inMeetingOrder(meetings, today);
  expect(upcoming.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  expect(past.map(({ id }) => id)).toEqual(['e', 'd']);
});
