import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { browserFlags, findBrowser } from '../find-browser.ts';
import { browserProcess } from '../support/office.ts';
import { killTree } from '../support/processes.ts';
import { Chance } from '../sync-simulation/chance.ts';
import { Line, type FaultName } from '../sync-simulation/line.ts';
import { Acknowledged } from './acknowledged.ts';
import type { HeldAt, Said, SharedAccess } from './page/office.ts';
import { carryWhole, type PeerData, type SchedulePeer } from './peer.ts';
import { pause, ShortenedTime, SPEED } from './real-time.ts';
import type { Schedule } from './schedule.ts';
import type { ServedOffices } from './served-offices.ts';
import { untruths, wrongWaiting, type KnownOffice, type KnownPeer } from './truth.ts';

const DAY = 86_400_000;

/** One office: a page of its own origin in the browser, and the line of its PC. */
export interface ScheduledOffice {
  /** The host of its origin. */
  readonly name: string;
  readonly line: Line;
  readonly device: string;
  readonly aheadMs: number;
  readonly held: HeldAt[];
  page: Page;
  said: Said | null;
}

/** What all schedules of a run share. */
export interface Stage {
  readonly peer: SchedulePeer;
  readonly served: ServedOffices;
  readonly browser: StagedBrowser;
}

/** One browser with one profile; every office lives in it under an origin of its own, and all end when it is killed. */
export class StagedBrowser {
  readonly #profile = mkdtempSync(path.join(tmpdir(), 'convoca-schedules-browser-'));
  #context: BrowserContext | null = null;
  /** Told of what pages say. */
  onSaid: (page: Page, said: Said) => void = () => undefined;

  async page(): Promise<Page> {
    return (await this.#opened()).newPage();
  }

  async kill(): Promise<void> {
    const context = await this.#opened();
    const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
    killTree(await browserProcess(context));
    await gone;
    this.#context = null;
  }

  async close(): Promise<void> {
    await this.#context?.close();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async #opened(): Promise<BrowserContext> {
    if (this.#context) return this.#context;
    const context = await chromium.launchPersistentContext(this.#profile, { executablePath: findBrowser(), args: browserFlags() });
    await context.exposeBinding('officeSays', ({ page }, said: Said) => this.onSaid(page, said));
    this.#context = context;
    return context;
  }
}

/** One schedule on its way. */
export class ScheduleWorld {
  readonly stage: Stage;
  readonly chance: Chance;
  readonly database: string;
  readonly offices: ScheduledOffice[] = [];
  readonly acknowledged = new Acknowledged();
  readonly tracked: string[] = [];
  readonly failures: string[] = [];
  readonly trace: string[] = [];
  readonly faults = new Map<FaultName, number>();
  readonly time = new ShortenedTime();
  readonly #access: SharedAccess;
  readonly #began = Date.now();
  #lostAt: number | null = null;
  #judging: Promise<void> = Promise.resolve();
  #back: Promise<void> = Promise.resolve();
  #isClosed = false;
  /** Statuses that were shown and judged. */
  statuses = 0;

  private constructor(stage: Stage, schedule: Schedule, access: SharedAccess) {
    this.stage = stage;
    this.chance = new Chance(schedule.seed);
    this.#access = access;
    this.database = `chapter-${access.id}`;
  }

  static async begin(stage: Stage, schedule: Schedule): Promise<ScheduleWorld> {
    const first = await stage.browser.page();
    await first.goto(stage.served.address(`first${schedule.seed}`));
    const access = await first.evaluate(() => globalThis.office.newAccess());
    const devices = await first.evaluate((count) => Array.from({ length: count }, () => globalThis.office.newDevice()), schedule.offices.length);
    await first.close();
    const world = new ScheduleWorld(stage, schedule, access);
    const account = await stage.peer.admit(access.id);
    stage.browser.onSaid = (page, said) => world.#hear(page, said);
    for (const [at, days] of schedule.offices.entries()) {
      const name = `pc${String(at)}-${schedule.seed}`;
      const peer = { answer: (request: Parameters<typeof carryWhole>[1]) => carryWhole(stage.peer.direct.address, request) };
      const line = new Line(stage.peer.kind === 'hub' ? peer : { answer: async (request) => (stage.peer.runs ? peer.answer(request) : null) }, world.time, world.chance.fork(), (fault) => world.#noteFault(fault));
      stage.served.offices.set(name, { line, ...account, address: stage.peer.direct.address, open: () => world.#mayPass() });
      const page = await stage.browser.page();
      const office: ScheduledOffice = { name, line, device: devices[at] ?? '', aheadMs: days * DAY, held: [], page, said: null };
      world.offices.push(office);
      await world.#open(office);
    }
    return world;
  }

  say(what: string): void {
    this.trace.push(`${String(Date.now() - this.#began).padStart(6)} ms  ${what}`);
  }

  /** Opens an office's page anew after it was left; `page`: another one, where the browser was killed. */
  async reopen(office: ScheduledOffice, page = office.page): Promise<void> {
    office.page = page;
    await this.#open(office);
  }

  /** The browser is killed with all that runs in it, and the offices are opened again. */
  async killBrowser(): Promise<void> {
    await this.stage.browser.kill();
    for (const office of this.offices) await this.reopen(office, await this.stage.browser.page());
  }

  /**
   * The peer is killed in the midst of what it does. `loses`: what is done to its data then, and whether it lost something;
   * what was said before has been judged by then.
   */
  async killPeer(downMs: number, loses?: (data: PeerData) => Promise<boolean>): Promise<void> {
    if (loses) await this.judged();
    const killing = this.stage.peer.kill(downMs, async (data) => {
      if (loses && (await loses(data))) this.#lostAt = Date.now();
    });
    this.#back = killing;
    await killing;
    await this.judged();
  }

  /** What all said up to now has been compared with what the peer holds. */
  async judged(): Promise<void> {
    for (let seen: Promise<void> | null = null; seen !== this.#judging; ) await (seen = this.#judging);
  }

  /** An office that rests: whether it says rightly how many wait. */
  async judgeWaiting(office: ScheduledOffice): Promise<void> {
    const { said } = office;
    const leaves = new Map(office.held.map(([id, rev]) => [`${id} ${rev}`, [id, rev] as const]));
    if (said?.isResting) this.failures.push(...(await wrongWaiting(office, said, [...leaves.values()], this.#peer())));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.time.end();
    this.stage.browser.onSaid = () => undefined;
    for (const { name, page } of this.offices) {
      this.stage.served.offices.delete(name);
      await page.close().catch(() => undefined);
    }
  }

  #peer(): KnownPeer {
    return { direct: this.stage.peer.direct, database: this.database, lostAt: this.#lostAt };
  }

  #noteFault(fault: FaultName): void {
    this.faults.set(fault, (this.faults.get(fault) ?? 0) + 1);
  }

  async #open(office: ScheduledOffice): Promise<void> {
    await office.page.goto(this.stage.served.address(office.name));
    const opening = { access: this.#access, device: office.device, aheadMs: office.aheadMs, speed: SPEED };
    await office.page.evaluate((given) => globalThis.office.open(given), opening);
  }

  #hear(page: Page, said: Said): void {
    const office = this.offices.find((one) => one.page === page);
    if (!office || this.#isClosed) return;
    office.held.push(...said.held);
    office.said = said;
    this.statuses += 1;
    this.say(`${office.name} says ${said.isSafe ? 'safe' : 'not safe'} as of ${said.safeAt ?? 'never'}, ${String(said.waiting)} wait (${said.also})`);
    if (said.safeAt === null) return;
    // Nobody's requests go on while it is looked up, so that what comes later does not make it true.
    const known = { ...office, held: [...office.held] };
    this.#judging = this.#judging.then(() => this.#judge(known, said));
  }

  async #judge(office: KnownOffice, said: Said): Promise<void> {
    for (let tries = 1; !this.#isClosed; tries += 1) {
      try {
        await this.#back;
        this.failures.push(...(await untruths(office, said, this.#peer())));
        return;
      } catch (problem) {
        // It was killed while it was asked.
        if (tries >= 5) {
          this.failures.push(`What ${office.name} said could not be judged: ${String(problem)}`);
          return;
        }
        await pause(100);
      }
    }
  }

  async #mayPass(): Promise<void> {
    await this.judged();
  }
}
