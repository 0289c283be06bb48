import type { Account, AccountKind } from './accounts-file.ts';

/** Who asks; `kind` null is nobody: without credentials, or with a session that is over. */
export interface Visitor {
  readonly name: string | null;
  readonly kind: AccountKind | null;
  /** The chapter slot of a device, or null. */
  readonly slot: string | null;
  /** The one database of a device without a slot, or null. */
  readonly database: string | null;
  readonly admin: boolean;
  /** A cookie to renew the session with, when it is due. */
  readonly renewal?: string;
}

export const NOBODY: Visitor = { name: null, kind: null, slot: null, database: null, admin: false };

/** The visitor that an account lets in. */
export function visitorOfAccount({ name, kind, slot, database }: Account): Visitor {
  return { name, kind, slot, database, admin: kind === 'admin' };
}
