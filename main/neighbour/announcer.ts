import { randomBytes } from 'node:crypto';
import { Bonjour, type Service } from 'bonjour-service';
import { NEW_SALT_MS, SERVICE_TYPE, type Announcement } from './announcement.ts';

/** Where mDNS is spoken; tests speak it on the loopback, at a port of their own. */
export interface MulticastPlace {
  readonly interface?: string;
  readonly port?: number;
}

/** Says on the network that this PC is here, and says it anew, under another name and salt, every half hour. */
export class Announcer {
  readonly #bonjour: Bonjour;
  readonly #say: () => Promise<Announcement>;
  readonly #port: number;
  readonly #timer: ReturnType<typeof setInterval>;
  #service: Service | null = null;
  #turn: Promise<void> = Promise.resolve();

  /** `failed` is told when this network (or this computer's firewall) lets nobody speak to all. */
  constructor(port: number, say: () => Promise<Announcement>, place: MulticastPlace, failed: () => void) {
    this.#bonjour = speakMulticast(place, failed);
    this.#port = port;
    this.#say = say;
    this.#timer = setInterval(() => void this.renew(), NEW_SALT_MS);
  }

  /** Takes back what was said and says what is so now. */
  renew(): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      const txt = await this.#say();
      await this.#takeBack();
      const name = randomBytes(9).toString('hex');
      // Without a host of ours it would be the computer's own name, which may be a person's. Names are probed for by
      // bonjour-service; random ones need it not.
      this.#service = this.#bonjour.publish({ name, host: `${name}.local`, type: SERVICE_TYPE, port: this.#port, txt, probe: false, disableIPv6: true });
    });
    return this.#turn;
  }

  /** Says goodbye and falls silent. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#turn;
    await this.#takeBack();
    this.#bonjour.destroy();
  }

  #takeBack(): Promise<void> {
    const service = this.#service;
    this.#service = null;
    if (service === null || !service.published) return Promise.resolve();
    return new Promise((resolve) => {
      const enough = setTimeout(resolve, 500);
      const stop = service.stop as (done: () => void) => void;
      stop(() => {
        clearTimeout(enough);
        resolve();
      });
    });
  }
}

/** An mDNS speaker that tells of failures instead of throwing them at nobody. */
export function speakMulticast({ interface: one, port }: MulticastPlace, failed: () => void): Bonjour {
  // The types know of no such options; they are passed on to multicast-dns.
  const options = { ...(one === undefined ? {} : { interface: one, bind: '0.0.0.0' }), ...(port === undefined ? {} : { port }) };
  const bonjour = new Bonjour(options, failed);
  const { mdns } = (bonjour as unknown as { server: { mdns: NodeJS.EventEmitter } }).server;
  mdns.on('error', failed);
  mdns.on('warning', () => undefined);
  return bonjour;
}
