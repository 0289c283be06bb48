import { expect, it } from 'vitest';
import { effectiveSettings, RETENTION, settings, withRetention, type Settings } from './settings.ts';

const OLD = {
  id: 'settings:1',
  kind: 'settings',
  chapterName: { es: 'Durham', en: '' },
  letterhead: { phone: '+19195550142', email: 'd@example.org', address: 'Box 9' },
  areaCode: '919',
  paper: 'letter',
} as const;

it('a record from before these settings reads as the usual ones, with its own contact lines', () => {
  const now = effectiveSettings(OLD);
  expect(now.letterhead).toEqual({ phone: '+19195550142', email: 'd@example.org', address: 'Box 9', lines: [] });
  expect(now).toMatchObject({ fiscalSponsor: '', receiptText: { es: '', en: '' }, weekStart: 'sunday', fiscalYearStart: 1, showFactor: 50, smallCellMin: 5 });
  expect(now.retention.map(({ of, keep, unit }) => `${of} ${keep} ${unit}`)).toEqual([
    'papers 30 days',
    'home_addresses 7 days',
    'calls 12 months',
    'one_to_ones 24 months',
    'private_notes 12 months',
    'attendance 36 months',
    'inactive_contacts 24 months',
    'minors 12 months',
    'money 84 months',
  ]);
});

it('a record that says nothing but its kind is read too, and one of today passes the shape', () => {
  const bare = { id: 'settings:2', kind: 'settings', chapterName: { es: '', en: '' } } as unknown as Settings;
  expect(effectiveSettings(bare)).toMatchObject({ areaCode: '', paper: 'letter', letterhead: { phone: '', email: '', address: '' } });
  expect(settings.parse(OLD)).toMatchObject(OLD);
});

it('a line that was changed since goes before the old one, also when it was emptied', () => {
  expect(effectiveSettings({ ...OLD, phone: '', email: 'new@example.org' }).letterhead).toMatchObject({ phone: '', email: 'new@example.org', address: 'Box 9' });
  expect(effectiveSettings({ ...OLD, moreLines: 'Lunes a viernes\n\n 9 a 5 ' }).letterhead.lines).toEqual(['Lunes a viernes', '9 a 5']);
});

it('keeps of what is kept how long only what differs from the usual', () => {
  const changed = withRetention([{ of: 'calls', keep: 6 }], 'money', 120);
  expect(changed).toEqual([{ of: 'calls', keep: 6 }, { of: 'money', keep: 120 }]);
  expect(withRetention(changed, 'calls', 12)).toEqual([{ of: 'money', keep: 120 }]);
  expect(effectiveSettings({ ...OLD, retention: changed }).retention.find(({ of }) => of === 'calls')?.keep).toBe(6);
  expect(new Set(RETENTION.map(({ of }) => of)).size).toBe(RETENTION.length);
});
