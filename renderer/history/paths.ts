import type { CollectionName } from '../../shared/store/chapter-types.ts';

/** Addresses of the bin and of today's changes; they belong to the office. */
export const BIN = '/office/bin';
export const TODAY = '/office/today';

/** The page where a record is looked at; the office for what has no page of its own. Ids are random. */
export function recordPath(name: CollectionName, id: string, fields: Readonly<Record<string, unknown>>): string {
  if (name === 'people') return `/members/people/${id}`;
  if (name === 'institutions') return `/members/institutions/${id}`;
  if (name === 'gatherings') return `/meetings/${id}`;
  if (name === 'sheets') return `/type/${encodeURIComponent(typeof fields['code'] === 'string' ? fields['code'] : '')}`;
  if (id.startsWith('team:')) return `/members/teams/${id}`;
  if (id.startsWith('cycle:')) return '/office/cycles';
  if (id.startsWith('cluster:')) return '/office/clusters';
  return '/office';
}
