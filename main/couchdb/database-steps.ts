import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { erasedMarks, RULES_VERSION, rulesFor, type ErasedMarks } from '../../shared/sync/validation/parameters.ts';
import { ADMINISTRATOR, COORDINATOR } from '../../shared/sync/validation/refusal.ts';
import { type CouchAdmin, membersOf, textsIn } from './admin-client.ts';
import { CouchProblem } from './couch-problem.ts';
import { ruleText } from './rule-text.ts';
import { databaseStep } from './server-steps.ts';
import { standingOf, type Step } from './step.ts';

const RULES_ID = '_design/convoca';
const REVISIONS_LIMIT = 1000;

/** The role of every chapter's computers: they may read and write the databases of the whole network. */
export const DEVICE = 'device';

/** What provisioning notes beside the rule's text: which version it is, and the marks of erased ids, which are kept. */
const noted = z.object({ rules: z.number().int(), erased: erasedMarks });

/** A database of the network as it must be: there, closed to others, with the rule and 1,000 revisions a record. */
export function networkDatabaseSteps(couch: CouchAdmin, name: string, memberRoles: readonly string[], newlyErased: ErasedMarks = {}): readonly Step[] {
  return [databaseStep(couch, name), securityStep(couch, name, memberRoles), rulesStep(couch, name, newlyErased), revisionsStep(couch, name)];
}

/** Roles of who may read a chapter's database: its computers and the coordinators (the rule lets those not write). */
export function chapterReaders(chapter: string): readonly string[] {
  return [`chapter-${chapter}`, COORDINATOR];
}
export const NETWORK_READERS: readonly string[] = [DEVICE, COORDINATOR];

function securityStep(couch: CouchAdmin, name: string, memberRoles: readonly string[]): Step {
  const path = `/${name}/_security`;
  const wanted = { admins: { names: [], roles: [ADMINISTRATOR] }, members: { names: [], roles: memberRoles } };
  return {
    about: { en: `who may use ${name}: ${memberRoles.join(', ')}`, es: `quién puede usar ${name}: ${memberRoles.join(', ')}` },
    look: async () => standingOf(await couch.find(path), (found) => isDeepStrictEqual(securityIn(found), securityIn(wanted))),
    mend: () => couch.put(path, wanted),
  };
}

/** CouchDB leaves empty lists out. */
function securityIn(json: unknown): object {
  const [admins, members] = [membersOf(membersOf(json).admins), membersOf(membersOf(json).members)];
  return [admins.names, admins.roles, members.names, members.roles].map((list) => [...textsIn(list)].sort());
}

function rulesStep(couch: CouchAdmin, name: string, newlyErased: ErasedMarks): Step {
  const path = `/${name}/${RULES_ID}`;
  const made = (found: unknown): Readonly<Record<string, unknown>> => {
    const erased = { ...erasedIn(found), ...newlyErased };
    const parameters = rulesFor(name, erased);
    if (parameters === null) throw new Error(`${name} has no rules`);
    return { _id: RULES_ID, language: 'javascript', validate_doc_update: ruleText(parameters), convoca: { rules: RULES_VERSION, erased } };
  };
  const there = async (): Promise<Readonly<Record<string, unknown>> | null> => {
    const found = await couch.find(path);
    return found === null ? null : membersOf(found);
  };
  return {
    about: { en: `rule ${RULES_VERSION} on what ${name} takes`, es: `regla ${RULES_VERSION} sobre lo que admite ${name}` },
    look: async () => {
      const found = await there();
      if (found !== null && versionIn(found) > RULES_VERSION) throw new CouchProblem('newer-rules', name);
      return standingOf(found, () => {
        const { _rev, ...content } = found ?? {};
        return isDeepStrictEqual(content, made(found));
      });
    },
    mend: async () => {
      const found = await there();
      await couch.put(path, { ...made(found), ...(found === null ? {} : { _rev: found._rev }) });
      // What an erased record said is gone from the file only then.
      if (Object.keys(newlyErased).length > 0) await couch.ask('POST', `/${name}/_compact`);
    },
  };
}

function versionIn(found: Readonly<Record<string, unknown>>): number {
  const read = noted.safeParse(found.convoca);
  return read.success ? read.data.rules : 0;
}

/** The marks that are there already, also when somebody changed the rest of the document by hand. */
function erasedIn(found: unknown): ErasedMarks {
  const read = erasedMarks.safeParse(membersOf(membersOf(found).convoca).erased);
  return read.success ? read.data : {};
}

function revisionsStep(couch: CouchAdmin, name: string): Step {
  const path = `/${name}/_revs_limit`;
  return {
    about: { en: `${REVISIONS_LIMIT} revisions of each record in ${name}`, es: `${REVISIONS_LIMIT} revisiones de cada registro en ${name}` },
    look: async () => standingOf(await couch.find(path), (found) => found === REVISIONS_LIMIT),
    mend: () => couch.put(path, REVISIONS_LIMIT),
  };
}
