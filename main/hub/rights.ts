import { notAllowed, notSignedIn, noDatabase } from './couch-error.ts';
import type { Visitor } from './visitor.ts';

/** The databases that belong to chapters; only these can be bound to a slot. */
export const CHAPTER_DATABASE = /^chapter-[a-z0-9]{8,40}$/;
/** What all chapters and headquarters share: figures and announcements; the people who agreed to be known there (design §7). */
export const SHARED_DATABASES = ['network', 'delegates'] as const;

/** Where a database stands, as far as rights are concerned. */
export interface Standing {
  readonly exists: boolean;
  /** The slot that the database belongs to, or null. */
  readonly slot: string | null;
  /** The database that the visitor's slot is bound to already, or null. */
  readonly visitorsDatabase: string | null;
}

/**
 * Throws 401, 403 or 404 unless the visitor may come into this database: its own chapter's devices, coordinators
 * (every chapter's, and what is shared), administrators. What each may write there, the validation says.
 */
export function mayUse(visitor: Visitor, database: string, standing: Standing): void {
  if (visitor.name === null) throw notSignedIn();
  const may = visitor.admin || isOwn(visitor, database, standing) || isSharedWith(visitor, database);
  if (!may && !(visitor.kind === 'coordinator' && CHAPTER_DATABASE.test(database))) throw notAllowed();
  if (!standing.exists) throw noDatabase();
}

/** Throws 401 or 403 unless the visitor may create this database: administrators any, a device its chapter's. */
export function mayCreate(visitor: Visitor, database: string, standing: Standing): void {
  if (visitor.name === null) throw notSignedIn();
  if (!visitor.admin && !isOwn(visitor, database, standing)) throw notAllowed();
}

/** Throws 401 or 403 unless the visitor is an administrator. */
export function mustBeAdmin(visitor: Visitor): void {
  if (visitor.name === null) throw notSignedIn();
  if (!visitor.admin) throw notAllowed();
}

/** A neighbour's own is the one it was let in for; a slot's the one bound to it, or, while it has none, a chapter's that is nobody's yet. */
function isOwn(visitor: Visitor, database: string, { exists, slot, visitorsDatabase }: Standing): boolean {
  if (visitor.kind !== 'device' || !CHAPTER_DATABASE.test(database)) return false;
  if (visitor.database !== null) return visitor.database === database;
  if (visitor.slot === null) return false;
  if (slot !== null) return slot === visitor.slot;
  return visitorsDatabase === null && !exists;
}

function isSharedWith(visitor: Visitor, database: string): boolean {
  const shared = SHARED_DATABASES.some((one) => one === database);
  return shared && (visitor.kind === 'coordinator' || (visitor.kind === 'device' && visitor.slot !== null));
}
