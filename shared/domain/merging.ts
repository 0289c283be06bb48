/**
 * How a field that was changed on two PCs without knowledge of each other is brought together (design §4).
 * - `ask`: a provisional winner stays and all values go to a review record that a person settles.
 * - `union`: a list; items are matched by `key` (or whole, when they are plain values) and united. An item that one side
 *   removed and the other had not touched is gone; one that the other had changed stays, and a review asks.
 *   `items`: members of an item in which a protective value holds even while the review waits.
 * - `rows`: a list of sheet rows matched by `key`; a filled row wins over one that is as `blank`, two filled ones ask.
 * - `both-texts`: long text; both are kept, one under the other.
 * - `protective`: `safe` wins, or the first of its values that either side holds; a review shows what gave way (domain §2.0).
 * - `greatest`: shown only, such as wall times; the greater value stays.
 * - `bin`: when the record was put in the bin. Against an edit that had not seen it the record stays out, and a review asks.
 */
export type FieldRule =
  | { readonly rule: 'ask' }
  | { readonly rule: 'union'; readonly key?: string; readonly items?: Readonly<Record<string, ProtectiveRule>> }
  | { readonly rule: 'rows'; readonly key: string; readonly blank: Readonly<Record<string, unknown>> }
  | { readonly rule: 'both-texts' }
  | ProtectiveRule
  | { readonly rule: 'greatest' }
  | { readonly rule: 'bin' };

/** `safe`: the value that protects people, or several, the most protective first. */
export interface ProtectiveRule {
  readonly rule: 'protective';
  readonly safe: Plain | readonly Plain[];
}
type Plain = boolean | string | number;

/** The rules of one record type by field name; a field that is not named here asks. */
export type MergeRules = Readonly<Record<string, FieldRule>>;

/** The rules of the fields that every record has. */
export const BASE_MERGE_RULES: MergeRules = {
  createdAt: { rule: 'greatest' },
  createdBy: { rule: 'greatest' },
  updatedAt: { rule: 'greatest' },
  updatedBy: { rule: 'greatest' },
  deletedAt: { rule: 'bin' },
};
