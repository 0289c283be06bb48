import { expect, test } from 'vitest';
import { codesOf } from './codes.ts';
import { CHAPTER_ROLES, chapterRole, managesUsers, partsOfRole, roleLabel } from './role.ts';

test('every role of a chapter is in the value list and has words in both languages', () => {
  const listed = codesOf('user_role').map((value) => value.code);
  for (const role of CHAPTER_ROLES) {
    expect(listed).toContain(role);
    expect(roleLabel(role, 'es')).not.toBe(role);
    expect(roleLabel(role, 'en')).not.toBe(role);
  }
});

test('only organizers and administrators read the organizers’ part; only administrators manage users', () => {
  expect(CHAPTER_ROLES.filter((role) => partsOfRole(role).includes('organizers'))).toEqual(['organizer', 'chapter_admin']);
  expect(CHAPTER_ROLES.filter(managesUsers)).toEqual(['chapter_admin']);
});

test('a role that this version does not know gives the least access', () => {
  expect(chapterRole('hq_admin')).toBe('entry');
  expect(chapterRole('organizer')).toBe('organizer');
});
