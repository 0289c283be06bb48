import { codesOf } from '../../../../shared/domain/codes.ts';
import type { SkillMark } from '../../../../shared/domain/person-changes.ts';

/** The skills that somebody of the chapter wrote in their own words, each once, by the alphabet. */
export function ownSkills(marks: readonly SkillMark[]): string[] {
  const known = new Set(codesOf('skill').map(({ code }) => code));
  return [...new Set(marks.map(({ skill }) => skill))].filter((skill) => !known.has(skill)).sort((one, other) => one.localeCompare(other, 'es'));
}
