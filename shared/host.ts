/**
 * The Host contract: all that the renderer knows of the machine it runs on (design §6).
 *
 * Two implementations fulfil it: `main/electron/` through its preload, and `main/web/` through the script that the
 * browser host serves as `/host.js`. Both put one object that satisfies {@link Host} on `globalThis.convocaHost`
 * before the renderer starts. The renderer never holds a server's credentials and never talks to a server itself.
 */

/** What the program says of itself on the office screen and in the log. */
export interface AppInfo {
  readonly version: string;
  /** ISO date of the build; a PC clock earlier than this is wrong (domain §6.7). */
  readonly builtAt: string;
  readonly platform: string;
}

/** A file that the person chose; the bytes are read only when it is not larger than asked. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  /** Empty when `size` is over the limit that was given to {@link Host.files.choose}. */
  readonly bytes: Uint8Array;
  readonly tooLarge: boolean;
}

/** A file that is written piece by piece: afterwards it is there whole under its name, or not at all. */
export interface FileSink {
  write(piece: Uint8Array): Promise<void>;
  /** Makes the file whole, on the disk where the host can see to that; false when the person changed their mind. */
  finish(): Promise<boolean>;
  /** Ends without a file; nothing happens after {@link FileSink.finish}. */
  abandon(): Promise<void>;
}

/** A file that the person chose, to be read piece by piece. */
export interface FileSource {
  readonly size: number;
  /** Up to `length` bytes from that place; fewer only where the file ends. */
  read(from: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * With whom a chapter's records are exchanged: headquarters' server (or a hub in its place), another PC of the chapter, or
 * `here`: the hub that this PC runs for the others. What lies in the last is on this same disk, so it never makes anything safe.
 */
export const PEER_KINDS = ['server', 'neighbour', 'here'] as const;
export type PeerKind = (typeof PEER_KINDS)[number];

/** What every call takes that is given no other id. */
export const SERVER_PEER = 'server';

/** The id of the hub that this PC runs for the others; nobody sets or forgets it, it is there while this PC shares. */
export const OWN_HUB = 'here';

/** `server`, `here`, or `pc-` and 16 letters and digits for a neighbour. */
export const PEER_ID = /^(server|here|pc-[a-z0-9]{16})$/;

/** Where a chapter's records go. The password stays on the other side of the contract. */
export interface PeerInfo {
  /** One chapter's peers are told apart by it ({@link PEER_ID}). */
  readonly id: string;
  readonly kind: PeerKind;
  /** Origin and path prefix of the server, such as `https://records.example.org`. */
  readonly address: string;
  readonly account: string;
  /** A name people know it by, "headquarters" or "Rosa's PC". */
  readonly label: string;
}

/** A peer with what it lets this office in by. */
export interface PeerCredentials extends PeerInfo {
  readonly password: string;
}

/** What a person types once to connect a chapter with its server; with an id and `kind: 'neighbour'`, another PC. */
export type PeerToKeep = Omit<PeerCredentials, 'id' | 'kind'> & Partial<Pick<PeerCredentials, 'id' | 'kind'>>;

/** The closed list of what can go wrong between an office and its peer (design §7); each has a sentence in `errors`. */
export const PEER_PROBLEMS = [
  'no-peer',
  'no-network',
  'captive-portal',
  'wrong-password',
  'not-allowed',
  'server-full',
  'too-large',
  'clock',
  'damaged-answer',
  'busy',
] as const;
export type PeerProblem = (typeof PEER_PROBLEMS)[number];

/** What an answer's status alone tells of a peer, or of what stands before it. */
export const PROBLEM_OF_STATUS: ReadonlyMap<number, PeerProblem> = new Map([
  [401, 'wrong-password'],
  [407, 'captive-portal'],
  [408, 'busy'],
  [413, 'too-large'],
  [429, 'busy'],
  [502, 'busy'],
  [503, 'busy'],
  [504, 'busy'],
  [507, 'server-full'],
  [511, 'captive-portal'],
]);

/** The outcome of asking a peer whether it is there and lets this office in. */
export type PeerAnswer =
  | { readonly ok: true; /** Milliseconds that the peer's clock is ahead of this PC's. */ readonly clockAhead: number }
  | { readonly ok: false; readonly problem: PeerProblem };

/** A chapter as the machine's side of sharing knows it: whom to believe, and how this PC is called. */
export interface ChapterProof {
  readonly database: string;
  /**
   * 32 bytes, base64url, derived from the chapter's current key: it opens no record, proves that one belongs to the
   * chapter, and is another after somebody was taken out.
   */
  readonly key: string;
  /** Record ids: this PC, and those that were taken out of the chapter. */
  readonly device: string;
  readonly removed: readonly string[];
  /** What people call this PC; others see it only after both have proved the key. */
  readonly name: string;
}

/** What may hinder sharing: nothing runs, another program has everything in use, or others must type the address. */
export const SHARING_PROBLEMS = ['not-running', 'data-in-use', 'data-unwritable', 'not-announced'] as const;
export type SharingProblem = (typeof SHARING_PROBLEMS)[number];

/** Whether this PC shares a chapter with the others, and where they reach it. */
export interface SharingState {
  readonly on: boolean;
  /** The hub's port while it runs. */
  readonly port: number | null;
  /** What people may type elsewhere, `192.168.1.20:5986`; empty when this PC is in no network. */
  readonly addresses: readonly string[];
  readonly problem: SharingProblem | null;
}

/** A PC of the chapter that announces itself; what it is called is known once both have proved the key. */
export interface NearbyPc {
  /** For {@link Host.sharing.connect}. */
  readonly address: string;
  /** Its peer's id when it is connected already. */
  readonly connected: string | null;
}

/** Why two PCs did not find together; each has a sentence in `neighbours`. */
export const CONNECT_PROBLEMS = ['not-known', 'bad-address', 'no-network', 'not-sharing', 'refused', 'this-pc', 'busy'] as const;
export type ConnectProblem = (typeof CONNECT_PROBLEMS)[number];
export type ConnectAnswer = { readonly ok: true; readonly peer: PeerInfo } | { readonly ok: false; readonly problem: ConnectProblem };

export interface Host {
  readonly kind: 'electron' | 'browser';
  readonly app: { info(): Promise<AppInfo> };
  readonly files: {
    /** Lets the person choose one file; null when they changed their mind. `accept` is a list such as `.csv,.tsv`. */
    choose(accept: string, maxBytes: number): Promise<ChosenFile | null>;
    /** Lets the person save bytes under a suggested name; false when they changed their mind. */
    save(suggestedName: string, mime: string, bytes: Uint8Array): Promise<boolean>;
    /** A file that grows, of any size; null when they changed their mind. */
    saveInPieces(suggestedName: string, mime: string): Promise<FileSink | null>;
    /** Lets the person choose one file of any size; null when they changed their mind. */
    openInPieces(accept: string): Promise<FileSource | null>;
  };
  readonly paper: {
    /** Sends the page that the renderer shows (its print style) to a printer, through the system's dialog. */
    print(): Promise<void>;
    /** Saves the page as a PDF where the host can; 'use-print' where the browser's own print dialog does it. */
    pdf(suggestedName: string): Promise<'saved' | 'cancelled' | 'use-print'>;
  };
  /**
   * Small texts kept in the data folder, outside IndexedDB: wrapped keys, the canary, window state.
   * Names are `[a-z0-9.-]{1,80}`; a text is at most 1 MB; a write is on the disk when its promise resolves.
   */
  readonly keep: {
    read(name: string): Promise<string | null>;
    write(name: string, text: string): Promise<void>;
    remove(name: string): Promise<void>;
    list(): Promise<readonly string[]>;
  };
  readonly sync: {
    /** All peers of the chapter, the server first; empty when none was set. `database` is `chapter-<id>`. */
    peers(database: string): Promise<readonly PeerInfo[]>;
    /** One of them, the server unless told otherwise; null when it was not set. */
    peer(database: string, id?: string): Promise<PeerInfo | null>;
    /** Keeps a peer under its id, the server's when it gives none. */
    setPeer(database: string, peer: PeerToKeep): Promise<void>;
    forgetPeer(database: string, id?: string): Promise<void>;
    /** Asks the peer whether it is there and lets this office in; never throws. */
    probe(database: string, id?: string): Promise<PeerAnswer>;
    /**
     * The server with its password, sealed under a 32-byte key (base64url) for an invitation file, so that the renderer
     * carries it without seeing it. Throws when no server is set.
     */
    sealPeer(database: string, key: string): Promise<string>;
    /** Opens what {@link Host.sync.sealPeer} made on another PC and keeps it. Throws when the key does not open it. */
    acceptPeer(database: string, sealed: string, key: string): Promise<PeerInfo>;
  };
  /** This PC and the others of the chapter on the same network (design §7). */
  readonly sharing: {
    /** Tells the machine of the opened chapter: until then it recognises no other PC. To be called again when anything of it changes. */
    know(chapter: ChapterProof): Promise<void>;
    state(database: string): Promise<SharingState>;
    /** "This PC shares with the others": outlives a restart. Does nothing for a chapter that is not known. */
    start(database: string): Promise<SharingState>;
    stop(database: string): Promise<SharingState>;
    /** PCs of the chapter that announce themselves on the network, looked for during some two seconds. */
    nearby(database: string): Promise<readonly NearbyPc[]>;
    /** Proves the chapter's key to the PC at an address (`192.168.1.20`, with or without port) and lets it prove it too; then it is a peer. */
    connect(database: string, address: string): Promise<ConnectAnswer>;
    /** Offers a sealed invitation on the network, in place of an earlier one, until it is ended or half an hour has passed. */
    offer(invitation: Uint8Array): Promise<SharingState>;
    endOffer(): Promise<void>;
    /** The sealed invitations that PCs on this network offer now; only their words open them. */
    offered(): Promise<readonly Uint8Array[]>;
  };
  /**
   * Calls `listener` when this page may no longer speak with its host, at once if that is so already: the host was
   * started again and this is an old tab, or the address was opened without its key. Calls then reject with an error
   * that {@link isLockedOut} knows; `errors:host.lockedOut` says it to people. Absent where it cannot happen (Electron).
   * Returns the function that ends the listening.
   */
  readonly onLockedOut?: (listener: () => void) => () => void;
}

/** The code ({@link hostTroubleCode}) of the error with which a locked-out page's calls reject. */
export const LOCKED_OUT = 'host-locked-out';

/** The code of the error with which calls reject when the host does not answer at all (it was ended). */
export const HOST_GONE = 'host-gone';

/**
 * Why a host call failed: {@link LOCKED_OUT}, {@link HOST_GONE}, Node's error code such as `ENOSPC`, or `refused`; null
 * for an error that is no host's. Electron's bridge lets nothing of an error through but its message, so that is read.
 */
export function hostTroubleCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  return /^The host did not do what the page asked \(([A-Za-z_-]+)\)\.$/.exec(error.message)?.[1] ?? null;
}

/** The message of an error with which a host's call rejects; {@link hostTroubleCode} reads it. */
export function hostTroubleMessage(code: string): string {
  return `The host did not do what the page asked (${code}).`;
}

/** Whether an error of a host call means that this page's key is not the running host's. */
export function isLockedOut(error: unknown): boolean {
  return hostTroubleCode(error) === LOCKED_OUT;
}

/** Whether an error of a host call means that no host runs any more; `errors:host.gone` says it to people. */
export function isHostGone(error: unknown): boolean {
  return hostTroubleCode(error) === HOST_GONE;
}

/**
 * Where requests of PouchDB's replication go: `/sync/<peer id>/<database>/…` of the renderer's own origin, forwarded by
 * the sync proxy (design §6).
 */
export const SYNC_PREFIX = '/sync/';

declare global {
   
  var convocaHost: Host | undefined;
}
