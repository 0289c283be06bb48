import { join } from 'node:path';
import { OWN_HUB, type ChapterProof, type ConnectAnswer, type Host, type NearbyPc, type PeerCredentials, type SharingState } from '../../shared/host.ts';
import { newPassword } from '../hub/password.ts';
import type { PeerStore } from '../machine/peer-store.ts';
import { recognises } from './announcement.ts';
import type { MulticastPlace } from './announcer.ts';
import { askNeighbour } from './ask-neighbour.ts';
import { ownAccount } from './bound-names.ts';
import { findAnnounced, type Announced } from './finder.ts';
import { KeptHub } from './kept-hub.ts';
import type { SpawnHub } from './messages.ts';
import { fetchOffers } from './offered.ts';
import { OFFER_MS } from './offer.ts';
import { readSharing, writeSharing, type KeptSharing } from './sharing-file.ts';
import { NEIGHBOUR_PORT, readTypedAddress } from './typed-address.ts';
import { addressesHere } from './here.ts';
import { peerIdOf } from './wire.ts';

/** How and where this machine shares; tests give the loopback and free ports. */
export interface SharingOptions {
  /** Starts the hub's process; without it this machine can find others and share nothing. */
  readonly spawn?: SpawnHub;
  /** All networks unless told otherwise. */
  readonly host?: string;
  /** 0 for any free one. */
  readonly port?: number;
  readonly multicast?: MulticastPlace;
}

/** A neighbour that was looked for in vain is not looked for again before this. */
const LOOK_AGAIN_MS = 30_000;

/** This machine among the others of its chapters: the hub it runs for them, and the way to theirs (design §7). */
export class Sharing {
  readonly #dataFolder: string;
  readonly #peers: PeerStore;
  readonly #options: SharingOptions;
  readonly #hub: KeptHub | null;
  readonly #known = new Map<string, ChapterProof>();
  readonly #passwords = new Map<string, string>();
  readonly #lookedFor = new Map<string, number>();
  #kept: KeptSharing = { port: null, chapters: [] };
  #offer: string | null = null;
  #offerEnds: ReturnType<typeof setTimeout> | undefined;

  private constructor(dataFolder: string, peers: PeerStore, options: SharingOptions) {
    this.#dataFolder = dataFolder;
    this.#peers = peers;
    this.#options = options;
    this.#hub = options.spawn ? new KeptHub(options.spawn, () => this.#startMessage(), () => this.#hubChanged()) : null;
  }

  /** Reads what was switched on before, and goes on sharing it. Rejects with Node's file errors. */
  static async open(dataFolder: string, peers: PeerStore, options: SharingOptions): Promise<Sharing> {
    const sharing = new Sharing(dataFolder, peers, options);
    sharing.#kept = await readSharing(dataFolder);
    for (const chapter of sharing.#kept.chapters) sharing.#known.set(chapter.database, chapter);
    if (sharing.#kept.chapters.length > 0) void sharing.#hub?.run();
    return sharing;
  }

  /** The own hub as a peer of a chapter, while it runs and shares that chapter; else null. */
  own(database: string): PeerCredentials | null {
    const now = this.#hub?.now ?? null;
    if (now === null || !this.#shares(database)) return null;
    const host = this.#options.host === undefined || this.#options.host === '0.0.0.0' ? '127.0.0.1' : this.#options.host;
    const address = `http://${host}:${String(now.port)}`;
    return { id: OWN_HUB, kind: 'here', address, account: ownAccount(database), password: this.#passwordOf(database), label: '' };
  }

  async know(chapter: ChapterProof): Promise<void> {
    const before = this.#known.get(chapter.database);
    if (JSON.stringify(before) === JSON.stringify(chapter)) return;
    this.#known.set(chapter.database, chapter);
    if (this.#shares(chapter.database)) await this.#share([...this.#others(chapter.database), chapter]);
  }

  state(database: string): SharingState {
    const on = this.#shares(database);
    const port = this.#hub?.now?.port ?? null;
    const problem = on || this.#offer !== null ? (this.#hub === null ? 'not-running' : this.#hub.problem) : null;
    return { on, port, addresses: port === null ? [] : addressesHere(port, this.#options.host), problem };
  }

  async start(database: string): Promise<SharingState> {
    const chapter = this.#known.get(database);
    if (chapter !== undefined) await this.#share([...this.#others(database), chapter]);
    return this.state(database);
  }

  async stop(database: string): Promise<SharingState> {
    await this.#share(this.#others(database));
    return this.state(database);
  }

  async nearby(database: string): Promise<readonly NearbyPc[]> {
    const chapter = this.#known.get(database);
    if (chapter === undefined) return [];
    const found = await this.#ofChapter(chapter, await findAnnounced(this.#multicast));
    const peers = (await this.#peers.list(database)).filter(({ kind }) => kind === 'neighbour');
    return Promise.all(
      found.map(async ({ origin, said }): Promise<NearbyPc> => {
        const isIt = await Promise.all(peers.map(({ id }) => recognises(chapter.key, said, id)));
        return { address: origin.slice('http://'.length), connected: peers.find((_peer, at) => isIt[at])?.id ?? null };
      }),
    );
  }

  async connect(database: string, typed: string): Promise<ConnectAnswer> {
    const chapter = this.#known.get(database);
    const origin = readTypedAddress(typed);
    if (chapter === undefined) return { ok: false, problem: 'not-known' };
    if (origin === null) return { ok: false, problem: 'bad-address' };
    const proved = await askNeighbour(origin, chapter, this.#hub?.now?.hub ?? null);
    if (!proved.ok) return proved;
    await this.#peers.set(database, proved.peer);
    const { password: _password, ...peer } = proved.peer;
    return { ok: true, peer };
  }

  /**
   * A neighbour that is not where it was, or that does not let this PC in any more: it is asked again there, and looked
   * for on the network, and both prove the key anew before anything is sent. True when it is a peer again.
   */
  async findAgain(database: string, id: string): Promise<boolean> {
    const [chapter, peer] = [this.#known.get(database), await this.#peers.credentials(database, id)];
    const last = this.#lookedFor.get(`${database} ${id}`) ?? -Infinity;
    if (chapter === undefined || peer === null || performance.now() - last < LOOK_AGAIN_MS) return false;
    this.#lookedFor.set(`${database} ${id}`, performance.now());
    if (await this.#proveAgain(chapter, peer, peer.address)) return true;
    for (const { origin, said } of await findAnnounced(this.#multicast)) {
      if ((await recognises(chapter.key, said, id)) && (await this.#proveAgain(chapter, peer, origin))) return true;
    }
    return false;
  }

  async offer(invitation: string): Promise<SharingState> {
    this.#offer = invitation;
    clearTimeout(this.#offerEnds);
    this.#offerEnds = setTimeout(() => void this.endOffer(), OFFER_MS);
    this.#offerEnds.unref();
    await this.#hub?.run();
    await this.#hub?.tell({ kind: 'offer', invitation });
    return this.state('');
  }

  async endOffer(): Promise<void> {
    clearTimeout(this.#offerEnds);
    if (this.#offer === null) return;
    this.#offer = null;
    await (this.#kept.chapters.length > 0 ? this.#hub?.tell({ kind: 'offer', invitation: null }) : this.#hub?.end());
  }

  async offered(): Promise<readonly string[]> {
    return fetchOffers(await findAnnounced(this.#multicast));
  }

  /** Ends the hub's process; what was switched on is shared again at the next start. */
  async end(): Promise<void> {
    clearTimeout(this.#offerEnds);
    await this.#hub?.end();
  }

  get #multicast(): MulticastPlace {
    return this.#options.multicast ?? {};
  }

  #shares(database: string): boolean {
    return this.#kept.chapters.some((chapter) => chapter.database === database);
  }

  #others(database: string): readonly ChapterProof[] {
    return this.#kept.chapters.filter((chapter) => chapter.database !== database);
  }

  async #share(chapters: readonly ChapterProof[]): Promise<void> {
    await writeSharing(this.#dataFolder, { ...this.#kept, chapters });
    this.#kept = { ...this.#kept, chapters };
    if (chapters.length === 0 && this.#offer === null) return this.#hub?.end();
    const running = this.#hub?.now ?? null;
    if (running === null) await this.#hub?.run();
    else await this.#hub?.tell({ kind: 'chapters', chapters: this.#withPasswords() });
  }

  #withPasswords(): { proof: ChapterProof & { removed: string[] }; password: string }[] {
    return this.#kept.chapters.map((proof) => ({ proof: { ...proof, removed: [...proof.removed] }, password: this.#passwordOf(proof.database) }));
  }

  #passwordOf(database: string): string {
    const password = this.#passwords.get(database) ?? newPassword();
    this.#passwords.set(database, password);
    return password;
  }

  #startMessage() {
    return {
      kind: 'start' as const,
      data: join(this.#dataFolder, 'neighbour-hub'),
      host: this.#options.host ?? '0.0.0.0',
      port: this.#options.port ?? this.#kept.port ?? NEIGHBOUR_PORT,
      multicast: { ...this.#multicast },
      chapters: this.#withPasswords(),
    };
  }

  #hubChanged(): void {
    void this.#notePort();
    // A process that was started again knows nothing of what was offered before.
    if (this.#hub?.now && this.#offer !== null) void this.#hub.tell({ kind: 'offer', invitation: this.#offer });
  }

  /** Others know this PC by its port: it stays the same where it can. */
  async #notePort(): Promise<void> {
    const port = this.#hub?.now?.port ?? null;
    if (port === null || port === this.#kept.port) return;
    this.#kept = { ...this.#kept, port };
    // Not kept (a full disk): the usual port is tried next time, and neighbours find this PC again.
    await writeSharing(this.#dataFolder, this.#kept).catch(() => undefined);
  }

  async #ofChapter(chapter: ChapterProof, found: readonly Announced[]): Promise<readonly Announced[]> {
    const own = this.#hub?.now ?? null;
    const fits = await Promise.all(
      found.map(async ({ said }) => {
        const isOwn = own !== null && (await recognises(chapter.key, said, peerIdOf(own.hub)));
        return !isOwn && (await recognises(chapter.key, said));
      }),
    );
    return found.filter((_one, at) => fits[at]);
  }

  async #proveAgain(chapter: ChapterProof, peer: PeerCredentials, origin: string): Promise<boolean> {
    const proved = await askNeighbour(origin, chapter, this.#hub?.now?.hub ?? null);
    if (!proved.ok || proved.peer.id !== peer.id) return false;
    await this.#peers.set(chapter.database, proved.peer);
    return true;
  }
}

/** The calls of {@link Host.sharing} as both hosts answer them: bytes go as base64url. */
export interface SharingCalls {
  'sharing.know': Host['sharing']['know'];
  'sharing.state': Host['sharing']['state'];
  'sharing.start': Host['sharing']['start'];
  'sharing.stop': Host['sharing']['stop'];
  'sharing.nearby': Host['sharing']['nearby'];
  'sharing.connect': Host['sharing']['connect'];
  'sharing.offer': (invitation: string) => Promise<SharingState>;
  'sharing.endOffer': Host['sharing']['endOffer'];
  'sharing.offered': () => Promise<readonly string[]>;
}
