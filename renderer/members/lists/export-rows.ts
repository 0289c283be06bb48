import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import type { Column } from './columns.ts';
import type { ListedFacts } from './people-facts.ts';

/** The texts of the file, in the language of the screen. */
export interface ExportTexts {
  readonly heading: (column: Column) => string;
  readonly text: (column: Column, entry: DirectoryEntry, facts: ListedFacts) => string;
  /** Heading of the column that says why somebody's phone is not there, and its two reasons. */
  readonly why: string;
  readonly doNotContact: string;
  readonly minor: string;
}

const REACHES: ReadonlySet<Column> = new Set(['phone', 'email']);

/**
 * The rows of a list that leaves the chapter, the headings first. Nobody whom no one is to contact, and nobody under 18, can be
 * reached through it (domain §5.5, §5.8): their phones and e-mails are left out, and a last column says why. A
 * phone that is not to be called is left out too.
 */
export function exportRows(people: readonly DirectoryEntry[], columns: readonly Column[], factsOf: (id: string) => ListedFacts, texts: ExportTexts): readonly (readonly string[])[] {
  const tellsWhy = columns.some((column) => REACHES.has(column));
  const rows = people.map((entry) => {
    const facts = factsOf(entry.id);
    const why = entry.doNotContact === true ? texts.doNotContact : facts.isMinor ? texts.minor : '';
    const shown = { ...entry, phones: entry.phones.filter((phone) => !facts.doNotCall.includes(phone)) };
    const cells = columns.map((column) => (why !== '' && REACHES.has(column) ? '' : texts.text(column, shown, facts)));
    return tellsWhy ? [...cells, why] : cells;
  });
  const headings = columns.map(texts.heading);
  return [tellsWhy ? [...headings, texts.why] : headings, ...rows];
}
