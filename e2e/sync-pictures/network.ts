const HOUR = 3_600_000;
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();

/** What a server answers to a coordinator: four chapters that are doing differently. */
export function networkAnswer(): object {
  const contact = (chapter: string, device: string, said: object): object => ({
    doc: {
      _id: `contact:${chapter}-${device.padEnd(20, 'x')}`,
      chapter,
      form: 1,
      letter: device.slice(0, 1),
      version: '0.2.0',
      schema: 1,
      at: ago(2),
      waiting: 0,
      waitingSince: null,
      denied: 0,
      safeAt: ago(2),
      verifiedAt: ago(70),
      clockMinutes: 0,
      problem: null,
      guard: null,
      reviews: 0,
      totals: { people: 213, institutions: 14, gatherings: 61, sheets: 118, office: 9 },
      ...said,
    },
  });
  return {
    rows: [
      { doc: { _id: 'chapter:boston', chapter: 'bostonchapter001', title: 'Boston' } },
      { doc: { _id: 'chapter:durham', chapter: 'durhamchapter001', title: 'Durham' } },
      contact('durhamchapter001', 'a', { account: 'durham-1' }),
      contact('durhamchapter001', 'b', { account: 'durham-2', at: ago(80), version: '0.1.0', waiting: 12, waitingSince: ago(79), safeAt: ago(80), reviews: 2 }),
      contact('raleighchapter01', 'a', { account: 'raleigh-1', at: ago(12 * 24), waiting: 1204, waitingSince: ago(20 * 24), denied: 3, problem: 'server-full', clockMinutes: 95, version: '0.1.0', safeAt: null }),
      contact('x7f3k2m9q4chapter', 'a', { account: null, at: ago(41 * 24), guard: 'mass-deletion', totals: { people: 1842, institutions: 31, gatherings: 412, sheets: 903, office: 22 } }),
    ],
  };
}
