import { notAllowed, notSignedIn, noDatabase } from './couch-error.ts';
import type { Visitor } from './doorkeeper.ts';

/** The databases that belong to chapters; only these can be bound to a slot. */
export const CHAPTER_DATABASE = /^chapter-[a-z0-9]{8,40}$/;

/** Where a database stands, as far as rights are concerned. */
export interface Standing {
  readonly exists: boolean;
  /** The slot that the database belongs to, or null. */
  readonly slot: string | null;
  /** The database that the visitor's slot is bound to already, or null. */
  readonly visitorsDatabase: string | null;
}

/** Throws 401, 403 or 404 unless the visitor may read and write this database. */
export function mayUse(visitor: Visitor, database: string, standing: Standing): void {
  if (visitor.name === null) throw notSignedIn();
  if (!visitor.admin && !isOwn(visitor, database, standing)) throw notAllowed();
  if (!standing.exists) throw noDatabase();
}

/** Throws 401 or 403 unless the visitor may create this database: administrators any, a slot's account its first one. */
export function mayCreate(visitor: Visitor, database: string, standing: Standing): void {
  if (visitor.name === null) throw notSignedIn();
  if (!visitor.admin && !isOwn(visitor, database, standing)) throw notAllowed();
}

/** Throws 401 or 403 unless the visitor is an administrator. */
export function mustBeAdmin(visitor: Visitor): void {
  if (visitor.name === null) throw notSignedIn();
  if (!visitor.admin) throw notAllowed();
}

/** A slot's own database is the one bound to it, or, while it has none, a chapter's that is nobody's yet. */
function isOwn(visitor: Visitor, database: string, { exists, slot, visitorsDatabase }: Standing): boolean {
  if (visitor.slot === null || !CHAPTER_DATABASE.test(database)) return false;
  if (slot !== null) return slot === visitor.slot;
  return visitorsDatabase === null && !exists;
}
