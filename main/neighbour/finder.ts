import type { Service } from 'bonjour-service';
import { announcement, SERVICE_TYPE, type Announcement } from './announcement.ts';
import { speakMulticast, type MulticastPlace } from './announcer.ts';

/** A PC that announces itself, at the address from which its own word came. */
export interface Announced {
  /** `http://192.168.1.20:5986` */
  readonly origin: string;
  readonly said: Announcement;
}

/** How long a person waits before the list; PCs answer within a tenth of a second, sleepy radios take longer. */
const LOOK_MS = 2000;
const ASK_AGAIN_MS = 600;

/** Looks for PCs of any chapter on this network. Gives what it found when `enough` says so, or after two seconds. */
export async function findAnnounced(place: MulticastPlace, enough: (found: readonly Announced[]) => boolean = () => false): Promise<readonly Announced[]> {
  const found = new Map<string, Announced>();
  const bonjour = speakMulticast(place, () => undefined);
  let again: ReturnType<typeof setInterval> | undefined;
  let over: ReturnType<typeof setTimeout> | undefined;
  await new Promise<void>((resolve) => {
    const note = (service: Service): void => {
      const one = readService(service);
      if (one !== null) found.set(service.name, one);
      if (enough([...found.values()])) resolve();
    };
    const browser = bonjour.find({ type: SERVICE_TYPE }, note);
    browser.on('txt-update', note);
    again = setInterval(() => browser.update(), ASK_AGAIN_MS);
    over = setTimeout(resolve, LOOK_MS);
  });
  clearInterval(again);
  clearTimeout(over);
  bonjour.destroy();
  return [...found.values()];
}

function readService({ txt, port, referer }: Service): Announced | null {
  const said = announcement.safeParse(txt);
  if (!said.success || referer === undefined || !Number.isInteger(port) || port < 1 || port > 65_535) return null;
  const host = referer.family === 'IPv6' ? `[${referer.address}]` : referer.address;
  return { origin: `http://${host}:${String(port)}`, said: said.data };
}
