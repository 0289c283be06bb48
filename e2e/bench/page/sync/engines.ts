import { newChapterKeys } from '../../../../shared/store/keys.ts';
import { convocaSession } from './convoca-session.ts';
import type { Engine, Given, Pulled } from './engine.ts';
import { plainPouch } from './plain-pouch.ts';
import { rxdbPlugin } from './rxdb-plugin.ts';

/** The ways to exchange records that the bench sets beside each other; RxDB's plugin also in batches as large as ours. */
export const ENGINE_NAMES = ['convoca', 'rxdb', 'rxdb-1000', 'pouch'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

const ENGINES: Readonly<Record<EngineName, Engine>> = {
  convoca: convocaSession,
  rxdb: rxdbPlugin(100),
  'rxdb-1000': rxdbPlugin(1000),
  pouch: plainPouch,
};

/** What the bench script asks of a page about sending and receiving. */
export const syncBench = {
  syncKeys: (): Promise<Given['keys']> => newChapterKeys(),
  syncFill: (name: EngineName, given: Given): Promise<void> => ENGINES[name].fill(given),
  push: (name: EngineName, given: Given): Promise<number> => ENGINES[name].push(given),
  pull: (name: EngineName, given: Given): Promise<Pulled> => ENGINES[name].pull(given),
};
