import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Dice } from '../../hub/testing/dice.ts';

export interface LineQuality {
  /** Bytes a millisecond in each direction, for all connections together; 32 are 256 kbit/s. */
  readonly bytesPerMs: number;
  /** So much of all requests is cut: before they arrive, in their midst, or after they arrived and before their answer did. */
  readonly cut: number;
}

/** Chance is spread over so many requests. */
const TEN = 10;
/** A request that is cut in its midst is cut within its first so many bytes. */
const MIDST = 32 * 1024;
/** Bytes that the line carries at a time. */
const SLICE = 4 * 1024;
/** Requests whose answer is the long part. */
const LONG_ANSWER = /^(GET|POST) \S*\/_(changes|bulk_get)\b/;

type Fate = { readonly is: 'whole' | 'before' | 'after' } | { readonly is: 'during'; readonly of: 'up' | 'down'; readonly bytes: number };

/** A thin line between the proxy and a hub, as real sockets: bytes take their time, and connections break. */
export class SlowLine {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  readonly #dice: Dice;
  readonly #free = { up: 0, down: 0 };
  readonly #next: boolean[] = [];
  quality: LineQuality;
  /** Since the beginning: bytes that went over the line, and requests that were begun and that were cut. */
  readonly carried = { up: 0, down: 0 };
  requests = 0;
  cuts = 0;
  /** Bytes of the requests that were cut, and of their answers: they have to go over the line again. */
  cutBytes = 0;

  private constructor(port: number, quality: LineQuality, dice: Dice) {
    this.quality = quality;
    this.#dice = dice;
    this.#server = createServer({ allowHalfOpen: false }, (client) => this.#join(client, connect(port, '127.0.0.1')));
  }

  /** A line to that port of this computer. */
  static async to(port: number, quality: LineQuality, dice: Dice): Promise<SlowLine> {
    const line = new SlowLine(port, quality, dice);
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  get bytes(): number {
    return this.carried.up + this.carried.down;
  }

  async end(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #join(client: Socket, hub: Socket): void {
    let fate: Fate = { is: 'whole' };
    let isAnswering = true;
    const passed = { up: 0, down: 0 };
    const cut = (): void => {
      if (!client.destroyed) {
        this.cuts += 1;
        this.cutBytes += passed.up + passed.down;
      }
      client.destroy();
      hub.destroy();
    };
    for (const [socket, other] of [[client, hub], [hub, client]] as const) {
      this.#open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#open.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (bytes: Buffer) => {
      if (isAnswering) {
        isAnswering = false;
        [passed.up, passed.down] = [0, 0];
        fate = this.#fateOf(bytes.subarray(0, 300).toString('latin1'));
        if (fate.is === 'before') return cut();
      }
      void this.#carry('up', bytes, client, hub, passed, () => fate, cut);
    });
    hub.on('data', (bytes: Buffer) => {
      isAnswering = true;
      // What should have been cut on its way up was too short for that.
      if (fate.is === 'after' || (fate.is === 'during' && fate.of === 'up')) return cut();
      void this.#carry('down', bytes, hub, client, passed, () => fate, cut);
    });
  }

  async #carry(way: 'up' | 'down', bytes: Buffer, from: Socket, to: Socket, passed: { up: number; down: number }, fateNow: () => Fate, cut: () => void): Promise<void> {
    from.pause();
    for (let at = 0; at < bytes.length && !to.destroyed; at += SLICE) {
      const slice = Uint8Array.from(bytes.subarray(at, at + SLICE));
      await this.#pass(way, slice.length);
      passed[way] += slice.length;
      const fate = fateNow();
      if (fate.is === 'during' && fate.of === way && passed[way] >= fate.bytes) return cut();
      if (!to.destroyed) to.write(slice);
    }
    from.resume();
  }

  /** Resolves when so many bytes are over, behind all that were there before. */
  async #pass(way: 'up' | 'down', bytes: number): Promise<void> {
    const now = performance.now();
    this.carried[way] += bytes;
    this.#free[way] = Math.max(now, this.#free[way]) + bytes / this.quality.bytesPerMs;
    const ms = this.#free[way] - now;
    if (ms > 1) await new Promise((resolve) => setTimeout(resolve, ms));
  }

  /** As chance has it, but of each ten requests as many as there should be. */
  #isCut(): boolean {
    if (this.#next.length === 0) {
      const cuts = Math.round(this.quality.cut * TEN);
      for (let left = TEN; left > 0; left -= 1) this.#next.push(this.#dice.chance((cuts - this.#next.filter(Boolean).length) / left));
    }
    return this.#next.pop() ?? false;
  }

  #fateOf(head: string): Fate {
    this.requests += 1;
    if (!this.#isCut()) return { is: 'whole' };
    const is = this.#dice.pick(['before', 'during', 'after'] as const);
    return is === 'during' ? { is, of: LONG_ANSWER.test(head) ? 'down' : 'up', bytes: 1 + this.#dice.upTo(MIDST) } : { is };
  }
}
