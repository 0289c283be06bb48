import type { PeerStatus, SyncStatus } from '../../shared/sync/status.ts';
import { idsOn, leavesOn } from './memory-disk.ts';
import type { Office } from './office.ts';
import type { SimulatedHub } from './simulated-hub.ts';

/**
 * What of a status is not true at the moment in which it is shown, in sentences; none is well. What a peer holds is read
 * from its disk, past all code. A peer that lost its records unknown to an office is excepted until that office has
 * spoken with it.
 */
export function untruths(office: Office, status: SyncStatus, hubs: ReadonlyMap<string, SimulatedHub>): readonly string[] {
  return status.peers.flatMap((shown) => {
    const hub = hubs.get(shown.peer.id);
    if (!hub) return [`it names a peer ${shown.peer.id} that is not there`];
    return [...falseSafety(office, shown, hub), ...falseMoments(office, shown)];
  });
}

/** Records said to be safe at the peer that it does not have. */
function falseSafety(office: Office, { peer, safeAt, contactAt }: PeerStatus, hub: SimulatedHub): readonly string[] {
  if (safeAt === null) return [];
  const moment = office.clock.trueMoment(safeAt);
  if (moment === null) return [];
  if (hub.lostAt !== null && moment <= hub.lostAt && (contactAt === null || (office.clock.trueMoment(contactAt) ?? 0) <= hub.lostAt)) return [];
  const missing = office.held.filter(({ id, rev, at }) => at < moment && !hub.has(id, rev));
  return missing.length === 0 ? [] : [`${office.name} says safe at ${peer.id} as of ${safeAt}, and ${String(missing.length)} are not there: ${missing[0]?.id ?? ''} ${missing[0]?.rev ?? ''}`];
}

/** Times that its clock never showed. */
function falseMoments(office: Office, { safeAt, contactAt, verifiedAt }: PeerStatus): readonly string[] {
  const moments = Object.entries({ safeAt, contactAt, verifiedAt });
  return moments.flatMap(([name, iso]) => (iso !== null && office.clock.trueMoment(iso) === null ? [`${office.name} shows ${name} ${iso}, which its clock never showed`] : []));
}

/**
 * What of a resting status is not true about what waits: fewer than are missing at a peer, or, where `exact`, another
 * number. A peer that lost records unknown to the office is excepted.
 */
export function wrongWaiting(office: Office, status: SyncStatus, hubs: ReadonlyMap<string, SimulatedHub>, exact: boolean): readonly string[] {
  return status.peers.flatMap(({ peer, waiting, contactAt }) => {
    const hub = hubs.get(peer.id);
    if (!hub || (hub.lostAt !== null && (contactAt === null || (office.clock.trueMoment(contactAt) ?? 0) <= hub.lostAt))) return [];
    const missing = idsOn(office.contents).filter((id) => leavesOn(office.contents, id).some(({ rev }) => !hub.has(id, rev)));
    if (waiting < missing.length) return [`${office.name} says that ${String(waiting)} wait for ${peer.id}, and ${String(missing.length)} are missing there`];
    return exact && waiting !== missing.length ? [`${office.name} says that ${String(waiting)} wait for ${peer.id}, and only ${String(missing.length)} are missing there`] : [];
  });
}
