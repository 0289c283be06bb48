import type { FastifyRequest } from 'fastify';
import type { Databases } from './databases.ts';
import type { Doorkeeper } from './doorkeeper.ts';
import type { HubDatabase } from './hub-database.ts';
import type { Erased } from './erased.ts';
import type { OpenFeeds } from './limits.ts';
import { NOBODY, type Visitor } from './visitor.ts';
import type { Place } from './write-documents.ts';

/** What the endpoints share. */
export interface Hub {
  readonly uuid: string;
  readonly doorkeeper: Doorkeeper;
  readonly databases: Databases;
  readonly erased: Erased;
  readonly feeds: OpenFeeds;
  /** Aborted when the hub stops, so that waiting feeds end properly. */
  readonly stopping: AbortSignal;
}

const visitors = new WeakMap<FastifyRequest, Visitor>();

/** Notes who sends a request, once the doorkeeper knows. */
export function noteVisitor(request: FastifyRequest, visitor: Visitor): void {
  visitors.set(request, visitor);
}

/** Who sends a request; nobody until the doorkeeper says otherwise. */
export function visitorOf(request: FastifyRequest): Visitor {
  return visitors.get(request) ?? NOBODY;
}

/** A part of the path, decoded; empty when the route has none of that name. */
export function pathPart(request: FastifyRequest, name: 'db' | 'id'): string {
  const { params } = request;
  if (params === null || typeof params !== 'object') return '';
  const value: unknown = Object.entries(params).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}

/** The database that a request names; rejects with 401, 403 or 404 when its sender may not use it. */
export function databaseOf(hub: Hub, request: FastifyRequest): Promise<HubDatabase> {
  return hub.databases.use(visitorOf(request), pathPart(request, 'db'));
}

/** The database that a request writes to, and who writes; rejects as {@link databaseOf} does. */
export async function placeOf(hub: Hub, request: FastifyRequest): Promise<Place> {
  const visitor = visitorOf(request);
  const database = await databaseOf(hub, request);
  const user = { name: visitor.name, roles: hub.databases.rolesOf(visitor) };
  return { database, writing: { database: database.name, user, erased: await hub.erased.marks() } };
}
