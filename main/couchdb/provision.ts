import type { FreshAccount } from '../hub/account-making.ts';
import { plainName } from '../hub/account-making.ts';
import { COORDINATOR } from '../../shared/sync/validation/refusal.ts';
import { accountStep, ourAccounts, removeAccount, renewPassword } from './account-steps.ts';
import type { CouchAdmin } from './admin-client.ts';
import { chapterSteps, planChapter, type ChapterPlan, type ChapterWish } from './chapter-plan.ts';
import { CouchProblem } from './couch-problem.ts';
import { NETWORK_READERS, networkDatabaseSteps } from './database-steps.ts';
import { networkStep, readRegister, type KnownNetwork } from './register.ts';
import { meetServer, serverSteps } from './server-steps.ts';
import { takeSteps, type Mode, type Step, type StepOutcome } from './step.ts';

/** What a person wants of headquarters' server. */
export interface ProvisionWish {
  readonly mode: Mode;
  readonly network: string;
  /** Null: all chapters that the server knows. */
  readonly chapter: ChapterWish | null;
  /** Names of coordinators who shall have an account. */
  readonly coordinators: readonly string[];
  /** Accounts that get a new password, and accounts that go. */
  readonly renew: readonly string[];
  readonly remove: readonly string[];
}

/** What was done or found. */
export interface Provisioned {
  readonly steps: readonly StepOutcome[];
  /** Accounts whose passwords are shown now and never again. */
  readonly slips: readonly FreshAccount[];
  readonly chapters: readonly ChapterPlan[];
}

/**
 * Brings a CouchDB to what a network needs (design §7), or tells what it lacks. Doing it again changes nothing. `slip`
 * is called as soon as an account is made, so that no password is lost when a later step fails. Rejects with a
 * {@link CouchProblem}.
 */
export async function provision(couch: CouchAdmin, wish: ProvisionWish, tell: (outcome: StepOutcome) => void, slip: (account: FreshAccount) => void): Promise<Provisioned> {
  const slips: FreshAccount[] = [];
  const hand = (account: FreshAccount): void => {
    slips.push(account);
    slip(account);
  };
  const nodes = await meetServer(couch);
  const network = await readRegister(couch);
  if (network.title !== null && network.title !== wish.network) throw new CouchProblem('other-network', network.title);
  const chapters = await plansFor(couch, network, wish);
  const common: readonly Step[] = [
    ...serverSteps(couch, nodes),
    ...networkDatabaseSteps(couch, 'network', NETWORK_READERS),
    ...networkDatabaseSteps(couch, 'delegates', NETWORK_READERS),
    networkStep(couch, wish.network),
  ];
  const outcomes = [...(await takeSteps(common, wish.mode, tell))];
  for (const plan of chapters) {
    const steps = await chapterSteps(couch, plan, wish.chapter ?? { devices: null, erased: {} }, hand);
    outcomes.push(...(await takeSteps(steps, wish.mode, tell)));
  }
  outcomes.push(...(await takeSteps(await coordinatorSteps(couch, wish, hand), wish.mode, tell)));
  if (wish.mode === 'make') {
    for (const name of wish.renew) hand(await renewPassword(couch, name));
    for (const name of wish.remove) await removeAccount(couch, name);
  }
  return { steps: outcomes, slips, chapters };
}

async function plansFor(couch: CouchAdmin, network: KnownNetwork, wish: ProvisionWish): Promise<readonly ChapterPlan[]> {
  if (wish.chapter !== null) return [await planChapter(couch, network, wish.chapter, wish.mode)];
  return network.chapters.map((known) => ({ ...known, before: null }));
}

async function coordinatorSteps(couch: CouchAdmin, wish: ProvisionWish, hand: (account: FreshAccount) => void): Promise<readonly Step[]> {
  const asked = wish.coordinators.map((name) => {
    const plain = plainName(name);
    if (plain === '') throw new CouchProblem('chapter-name', name);
    return `${COORDINATOR}-${plain}`;
  });
  const held = (await ourAccounts(couch)).filter(({ roles }) => roles.includes(COORDINATOR)).map(({ name }) => name);
  const names = new Set([...held, ...asked]);
  return [...names].sort().map((name) => accountStep(couch, { name, roles: [COORDINATOR] }, hand));
}
