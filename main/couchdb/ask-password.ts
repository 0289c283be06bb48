import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { CouchProblem } from './couch-problem.ts';

/** The environment's name for the administrator's password: it stays out of the shell's history and of `ps`. */
export const PASSWORD_VARIABLE = 'CONVOCA_COUCHDB_PASSWORD';

/** Where a password can be asked for. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

/** The password of the address, else of the environment, else as typed, unseen. Rejects with `no-password`. */
export async function passwordFor(given: string | null, env: NodeJS.ProcessEnv, question: string, terminal: Terminal): Promise<string> {
  const known = given ?? env[PASSWORD_VARIABLE] ?? '';
  if (known !== '') return known;
  if (terminal.input.isTTY !== true) throw new CouchProblem('no-password');
  const typed = await typedUnseen(question, terminal);
  if (typed === '') throw new CouchProblem('no-password');
  return typed;
}

function typedUnseen(question: string, { input, output }: Terminal): Promise<string> {
  // readline repeats what is typed into its output; this one keeps it to itself.
  const silent = new Writable({ write: (_piece, _encoding, done) => done() });
  const lines = createInterface({ input, output: silent, terminal: true });
  output.write(question);
  return new Promise((resolve) => {
    let typed = '';
    lines.once('line', (line) => {
      typed = line;
      lines.close();
    });
    lines.once('close', () => {
      output.write('\n');
      resolve(typed);
    });
  });
}
