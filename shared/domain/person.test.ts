import { expect, test } from 'vitest';
import { affiliation, contactPoint, person } from './person.ts';

/** What must not be collected about a person, as names of fields (domain §2.3, §5.2). */
const FORBIDDEN = /[iI]mmigra|status$|legal|country|origin|nationality|^entry|visa|passport|consul|^ssn|itin|alien|licen[cs]e|birth|^age$|Age$|employer|workplace|child|school|street|home|health|party|vote|criminal|social|photo|voice|^gps|latitude|longitude|religion|finger|gender|race|ethnic/;

test('a person has no field that must not be collected', () => {
  const names = [person, affiliation].flatMap((shape) => Object.keys(shape.shape));
  expect(names.filter((name) => FORBIDDEN.test(name))).toEqual([]);
  // Whether a phone is right, and nothing else.
  expect(Object.keys(contactPoint.shape).filter((name) => FORBIDDEN.test(name))).toEqual(['status']);
});
