/**
 * How a field that was changed on two PCs without knowledge of each other is brought together (design §4).
 * - `ask`: a provisional winner stays and both values go to a review record that a person settles.
 * - `union`: a list; rows are matched by `key` (or whole, when they are plain values) and united.
 * - `rows`: a list of sheet rows matched by `key`; a filled row wins over an empty one, two filled ones ask.
 * - `both-texts`: long text; both are kept, one under the other.
 * - `protective`: a yes/no where the value `safe` wins (domain §2.0).
 * - `greatest`: shown only, such as wall times; the greater value stays.
 */
export type FieldRule =
  | { readonly rule: 'ask' }
  | { readonly rule: 'union'; readonly key?: string }
  | { readonly rule: 'rows'; readonly key: string }
  | { readonly rule: 'both-texts' }
  | { readonly rule: 'protective'; readonly safe: boolean }
  | { readonly rule: 'greatest' };

/** The rules of one record type by field name; a field that is not named here asks. */
export type MergeRules = Readonly<Record<string, FieldRule>>;

/** The rules of the fields that every record has. */
export const BASE_MERGE_RULES: MergeRules = {
  createdAt: { rule: 'greatest' },
  createdBy: { rule: 'greatest' },
  updatedAt: { rule: 'greatest' },
  updatedBy: { rule: 'greatest' },
};
