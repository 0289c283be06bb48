import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { randomToken } from '../../shared/domain/record.ts';
import type { ChapterProof } from '../../shared/host.ts';
import { announce } from './announcement.ts';
import { Announcer, type MulticastPlace } from './announcer.ts';
import { findAnnounced } from './finder.ts';

/** A chapter as one of its PCs tells the machine. */
export function proofOfChapter(change: Partial<ChapterProof> = {}): ChapterProof {
  const key = randomBytes(32).toString('base64url');
  return { database: `chapter-${randomToken(20)}`, key, device: `device:${randomToken(20)}`, removed: [], name: 'Mesa de Rosa', ...change };
}

/** mDNS on the loopback, at a port that no other test and no real PC speaks at. */
export async function loopbackMulticast(): Promise<MulticastPlace> {
  const socket = createSocket('udp4');
  const port = await new Promise<number>((resolve) => socket.bind(0, () => resolve(socket.address().port)));
  await new Promise<void>((resolve) => socket.close(() => resolve()));
  return { interface: '127.0.0.1', port };
}

/** Whether this computer speaks multicast on its loopback; where it does not, what was left out for it is said. */
export async function multicastHere(): Promise<boolean> {
  const place = await loopbackMulticast();
  let isPossible = true;
  const announcer = new Announcer(9, () => announce([proofOfChapter()], 'pc-0000000000000000', null), place, () => (isPossible = false));
  await announcer.renew();
  const found = await findAnnounced(place, ({ length }) => length > 0);
  await announcer.end();
  if (isPossible && found.length > 0) return true;
  console.warn('Multicast is not possible on the loopback of this computer: finding PCs by mDNS is NOT tested here.');
  return false;
}
