import type { PowerGroup } from '../domain/institution.ts';

/** What the analysis of power within one institution comes to (domain §2.2). */
export interface PowerSummary {
  readonly groups: number;
  readonly met: number;
  /** The sum of all followings that are known; one person may follow several. */
  readonly following: number;
  /** The following of the groups whose key person we have met. */
  readonly followingMet: number;
}

/** How many groups and positions there are, how many we have met, and how many follow them. */
export function powerSummary(groups: readonly PowerGroup[]): PowerSummary {
  const met = groups.filter(({ isMet }) => isMet === true);
  const sum = (of: readonly PowerGroup[]): number => of.reduce((total, { following = 0 }) => total + following, 0);
  return { groups: groups.length, met: met.length, following: sum(groups), followingMet: sum(met) };
}
