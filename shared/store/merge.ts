import type { FieldRule, MergeRules } from '../domain/merging.ts';
import { dotsOf, fieldOfAtom, itemsOf, keyMember, keyOfAtom, orderAtom } from './atoms.ts';
import { assertAlive } from './bin-contest.ts';
import { canonicalJson } from './canonical-json.ts';
import { decideField, decideItem } from './field-rules.ts';
import { mergeItems } from './merge-lists.ts';
import { mergedAtom, type MergedAtom } from './merged-atom.ts';
import { hasSeen, joinVectors, own, withValues, type Dot, type Stamps } from './stamps.ts';
import { livingVariants, textOf, variantsOf, type Variant } from './variants.ts';

/** One side of a merge: a part's fields and what its writers had seen. */
export interface Version {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly stamps: Stamps;
}

/** Values for one field (or one item of a list) that a person has to choose between. */
export interface Disagreement {
  readonly field: string;
  /** Key of the list item concerned, when the field is a list. */
  readonly item?: string;
  /** The one that stands for now first; undefined for "nothing". */
  readonly values: readonly unknown[];
  /** The changes that put them there. */
  readonly variants: readonly Variant[];
}

const ASK: FieldRule = { rule: 'ask' };

/**
 * Brings two versions of a part together, field by field (design §4). What the other side had seen gives way; equal
 * values are no conflict; values changed on both sides without knowledge of each other follow the field's rule. The
 * result depends on nothing but the two versions, in either order, so that every PC makes the same bytes.
 */
export function mergeVersions(left: Version, right: Version, rules: MergeRules): Version {
  const fields: [string, unknown][] = [];
  const atoms: MergedAtom[] = [];
  const names = [left.fields, right.fields, left.stamps.fields, right.stamps.fields].flatMap((named) => Object.keys(named).map(fieldOfAtom));
  for (const name of [...new Set(names)].sort()) {
    const rule = own(rules, name) ?? ASK;
    const merged = mergeAsItems(name, rule, left, right) ?? mergeWhole(name, rule, left, right);
    if (merged.value !== undefined) fields.push([name, merged.value]);
    atoms.push(...merged.atoms);
  }
  const base = livingVariants(left.stamps.seen, bare(left.stamps.base), right.stamps.seen, bare(right.stamps.base)).map(({ dot }) => dot);
  const named = atoms.filter(({ there, dots }) => (there ? canonicalJson(dots) !== canonicalJson(base) : dots.length > 0));
  const stamps = {
    seen: joinVectors(left.stamps.seen, right.stamps.seen),
    base,
    fields: Object.fromEntries(named.map(({ atom, dots }) => [atom, dots])),
  };
  const values = atoms.flatMap(({ atom, values: inQuestion }) => (inQuestion ? [[atom, inQuestion] as const] : []));
  return { fields: Object.fromEntries(fields), stamps: withValues(stamps, Object.fromEntries(values)) };
}

/**
 * What a person has to decide about a part as it is now. It follows from the part alone, so that every PC asks the same,
 * in whatever order it merged.
 */
export function disagreementsOf({ fields, stamps }: Version, rules: MergeRules): readonly Disagreement[] {
  return Object.keys(stamps.values ?? {}).sort().flatMap((atom) => {
    const field = fieldOfAtom(atom);
    const key = keyOfAtom(atom);
    const rule = own(rules, field) ?? ASK;
    const dots = own(stamps.fields, atom) ?? stamps.base;
    const variants = variantsOf(stamps, atom, dots, own(fields, field));
    const { ask } = key === null ? decideField(rule, variants) : decideItem(rule, variants);
    return ask ? [{ field, ...(key === null ? {} : { item: key }), values: ask, variants }] : [];
  });
}

function mergeAsItems(name: string, rule: FieldRule, left: Version, right: Version): { value: unknown; atoms: readonly MergedAtom[] } | null {
  const member = keyMember(rule);
  if (member === undefined) return null;
  const leftItems = itemsOf(own(left.fields, name), member);
  const rightItems = itemsOf(own(right.fields, name), member);
  if (!leftItems || !rightItems) return null;
  const isThere = own(left.fields, name) !== undefined || own(right.fields, name) !== undefined;
  const merged = mergeItems(name, rule, { stamps: left.stamps, items: leftItems }, { stamps: right.stamps, items: rightItems });
  return { value: isThere ? merged.list : undefined, atoms: merged.atoms };
}

function mergeWhole(name: string, rule: FieldRule, left: Version, right: Version): { value: unknown; atoms: readonly MergedAtom[] } {
  const [mine, theirs] = [wholeOf(name, left), wholeOf(name, right)];
  if (mine.atoms.length + theirs.atoms.length > 0) {
    // A newer Convoca merges this list item by item; where one side knew the other, its items stay as they are.
    const [mineIsKnown, theirsIsKnown] = [isKnown(mine.variants, right), isKnown(theirs.variants, left)];
    if (mineIsKnown !== theirsIsKnown) return mineIsKnown ? keptAsIs(name, right) : keptAsIs(name, left);
    if (mineIsKnown && canonicalJson(mine.atoms) === canonicalJson(theirs.atoms) && textOf(own(left.fields, name)) === textOf(own(right.fields, name))) return keptAsIs(name, left);
  }
  const [ours, others] = rule.rule === 'bin' ? assertAlive(mine.variants, left.stamps.seen, theirs.variants, right.stamps.seen) : [mine.variants, theirs.variants];
  const living = livingVariants(left.stamps.seen, ours, right.stamps.seen, others);
  const decision = decideField(rule, living);
  return { value: decision.value ?? undefined, atoms: [mergedAtom(name, living, decision)] };
}

/** A field's variants on one side as a whole, and the atoms of its items when another build has stamped them. */
function wholeOf(name: string, { fields, stamps }: Version): { variants: readonly Variant[]; atoms: readonly (readonly [string, readonly Dot[]])[] } {
  const value = own(fields, name);
  const variants = variantsOf(stamps, name, dotsOf(stamps, name, value), value);
  const atoms = Object.entries(stamps.fields).filter(([atom]) => atom.startsWith(`${name}\n`) || atom === orderAtom(name));
  return { variants: [...variants, ...atoms.flatMap(([, dots]) => dots.map((dot) => ({ dot, value })))], atoms };
}

function keptAsIs(name: string, { fields, stamps }: Version): { value: unknown; atoms: readonly MergedAtom[] } {
  const value = own(fields, name);
  const atomOf = (atom: string, dots: readonly Dot[]): MergedAtom => {
    const values = own(stamps.values, atom);
    return { atom, there: atom === name && value !== undefined, dots, ...(values ? { values } : {}) };
  };
  const items = Object.entries(stamps.fields).filter(([atom]) => atom !== name && fieldOfAtom(atom) === name);
  return { value, atoms: [atomOf(name, dotsOf(stamps, name, value)), ...items.map(([atom, dots]) => atomOf(atom, dots))] };
}

function isKnown(variants: readonly Variant[], { stamps }: Version): boolean {
  return hasSeen(stamps.seen, variants.map(({ dot }) => dot));
}

function bare(dots: readonly Dot[]): readonly Variant[] {
  return dots.map((dot) => ({ dot, value: null }));
}
