import type { Bilingual } from '../domain/record.ts';
import type { Lang } from '../domain/codes.ts';

/** The languages of one print job, never of the app (domain §3.0); of two, the first named is printed bold. */
export const PAPER_MODES = ['es-en', 'en-es', 'es', 'en'] as const;
export type PaperMode = (typeof PAPER_MODES)[number];

/** A text in one language, so that the page can mark it for hyphens and screen readers. */
interface Said {
  readonly lang: Lang;
  readonly text: string;
}

/** What stands at one place of a paper: nothing (a line to write on), one language, or the first and the second. */
export type PrintedText = readonly Said[];

/** The languages of a mode, first one first. */
function languagesOf(mode: PaperMode): readonly [Lang, ...Lang[]] {
  if (mode === 'es-en') return ['es', 'en'];
  if (mode === 'en-es') return ['en', 'es'];
  return [mode];
}

/** A text of the translations in the mode's languages. */
export function printed(mode: PaperMode, say: (lang: Lang) => string): PrintedText {
  return languagesOf(mode).map((lang) => ({ lang, text: say(lang) }));
}

/**
 * A text that people wrote in both languages, each at most `limit` characters. An empty one is left out; when the mode
 * asks for a language that was not written, the other prints (domain §2.0). Equal texts print once.
 */
export function printedBilingual(mode: PaperMode, written: Bilingual, limit: number): PrintedText {
  const asked = languagesOf(mode).filter((lang) => written[lang].trim() !== '');
  const other: readonly Lang[] = (['es', 'en'] as const).filter((lang) => written[lang].trim() !== '');
  const said = (asked.length > 0 ? asked : other).map((lang) => ({ lang, text: shorten(written[lang], limit) }));
  return said.filter((one, place) => said.findIndex((earlier) => earlier.text === one.text) === place);
}

/** `text` on one line, cut after a whole word with an ellipsis when it is longer than `limit` characters. */
export function shorten(text: string, limit: number): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  const characters = Array.from(line);
  if (characters.length <= limit) return line;
  const cut = characters.slice(0, limit - 1).join('');
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > limit / 2 ? cut.slice(0, lastSpace) : cut).replace(/[\s,.;:·-]+$/u, '')}…`;
}
