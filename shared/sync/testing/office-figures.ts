import type { OfficeFigures } from '../contact.ts';

/** What an office that has nothing to report says of itself; tests change what they are about. */
export const CALM_FIGURES: Omit<OfficeFigures, 'chapter' | 'device' | 'account'> = {
  letter: 'A',
  version: '0.1.0',
  schema: 1,
  waiting: 0,
  waitingSince: null,
  denied: 0,
  safeAt: null,
  verifiedAt: null,
  clockMinutes: 0,
  problem: null,
  guard: null,
  reviews: 0,
  totals: { people: 1 },
};
