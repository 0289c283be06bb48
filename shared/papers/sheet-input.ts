import type { Lang } from '../domain/codes.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { EffectiveSettings } from '../domain/settings.ts';
import type { PaperMode } from './printed-text.ts';
import type { PaperSize } from './sheet-space.ts';

/** A person whom the meeting expects. Name and institution only: papers lie on tables (domain §3.0). */
export interface ExpectedPerson {
  readonly id: string;
  /** "Aguilar Ríos, Carmen (Menchi)": `listName` of shared/names. */
  readonly listName: string;
  /** First surname, second, given names: `sortKey` of shared/names. */
  readonly sortKey: readonly string[];
  /** Name of the person's main institution; empty when none is known. */
  readonly institution: string;
}

/** What a sheet is for: all that is printed and does not depend on how it is printed. */
export interface SheetOccasion {
  /** Null prints a sheet for any meeting, with lines to write on. */
  readonly meeting: Pick<Meeting, 'kind' | 'title' | 'date' | 'placeName' | 'privateHome'> | null;
  readonly settings: Pick<EffectiveSettings, 'chapterName' | 'letterhead'> & Partial<Pick<EffectiveSettings, 'fiscalSponsor'>>;
  readonly expected: readonly ExpectedPerson[];
  /** Set for a sheet that one institution's captain carries (domain §3.1 variant c). */
  readonly institution?: string;
}

/** How a person wants it printed. */
export interface SheetChoices {
  readonly mode: PaperMode;
  readonly variant: 'blank' | 'prefilled';
  readonly paper: PaperSize;
  /** Pages of a blank sheet; a pre-filled one has as many as its rows need. */
  readonly blankPages: number;
}

/** Numbers that the "print blank" choice offers (domain §3.0). */
export const BLANK_PAGES = [1, 5, 20] as const;

/** What is chosen when the sheet of a meeting opens: both languages, the screen's first, and names when there are any. */
export function firstChoices(lang: Lang, paper: PaperSize, expected: number): SheetChoices {
  return { mode: lang === 'en' ? 'en-es' : 'es-en', variant: expected > 0 ? 'prefilled' : 'blank', paper, blankPages: 1 };
}
