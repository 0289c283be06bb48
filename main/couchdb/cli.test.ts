import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStandIn, type StandIn } from './testing/stand-in.ts';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe('npm run provision', () => {
  let standIn: StandIn;
  beforeAll(async () => {
    standIn = await startStandIn();
  });
  afterAll(() => standIn.stop());

  /** The command as `package.json` has it, with the password in the environment unless another is given. */
  function provision(args: readonly string[], env: Readonly<Record<string, string>> = { CONVOCA_COUCHDB_PASSWORD: standIn.admin.password }): Promise<Ended> {
    const cli = new URL('cli.ts', import.meta.url).pathname;
    const { CONVOCA_COUCHDB_PASSWORD: _known, ...outer } = process.env;
    return new Promise((resolve) => {
      const child = execFile(process.execPath, ['--import', 'tsx', cli, ...args], { env: { ...outer, ...env } }, (problem, out, err) => {
        resolve({ code: problem === null ? 0 : Number(problem.code), out, err });
      });
      child.stdin?.end();
    });
  }
  const server = (): readonly string[] => ['--url', standIn.address, '--network', 'Carolina'];

  it('sets up, shows the slips once, finds nothing to do, and tells drift by its exit', async () => {
    const missing = await provision([...server(), '--check']);
    expect([missing.code, missing.err]).toEqual([1, '']);
    expect(missing.out).toContain('  MISSING | FALTA: database network | base de datos network\n');
    expect(missing.out).toContain('The server is not as it must be.');
    const dry = await provision([...server(), '--chapter', 'Durham', '--dry-run']);
    expect([dry.code, standIn.writes]).toEqual([0, []]);
    expect(dry.out).toContain('would be made | se crearía: account durham-1 | cuenta durham-1');
    expect(dry.out).not.toContain('Chapter code');
    const made = await provision([...server(), '--chapter', 'Durham', '--devices', '2', '--coordinator', 'Rosa Núñez', '--address', 'https://records.example.org']);
    expect([made.code, made.err]).toEqual([0, '']);
    const slips = [...made.out.matchAll(/^ {2}(durham-1|durham-2|coordinator-rosa-nunez) {3,}([A-Za-z0-9]{20})$/gm)].map((found) => found.slice(1));
    expect(slips.map(([name]) => name)).toEqual(['durham-1', 'durham-2', 'coordinator-rosa-nunez']);
    expect(made.out).toMatch(/\nDurham\n {2}Chapter code \| Código del capítulo: ([a-z0-9]{4} ){4}[a-z0-9]{4}\n/);
    expect(made.out).toContain('\n  https://records.example.org\n');
    expect(made.out).not.toContain(standIn.address);
    const again = await provision([...server(), '--chapter', 'Durham']);
    expect(again.code).toBe(0);
    for (const [, password] of slips) expect(again.out).not.toContain(password);
    const checked = await provision([...server(), '--check']);
    expect([checked.code, checked.out.includes('The server is as it must be.')]).toEqual([0, true]);
    for (const { out, err } of [missing, dry, made, again, checked]) expect(out + err).not.toContain(standIn.admin.password);
  });

  it('says in both languages what hinders, and ends with 1', async () => {
    const said = async (args: readonly string[], env?: Readonly<Record<string, string>>): Promise<string> => {
      const { code, err } = await provision(args, env);
      expect([code, err.includes('    at ')]).toEqual([1, false]);
      return err;
    };
    expect(await said(['--network', 'x'])).toContain('The address of the server is missing');
    expect(await said([...server(), '--devices', 'x'])).toMatch(/--devices\n[\s\S]*npm run provision/);
    expect(await said(server(), {})).toContain('Falta la contraseña de administración');
    expect(await said(server(), { CONVOCA_COUCHDB_PASSWORD: 'guess' })).toContain('El servidor no aceptó');
    expect(await said(['--url', 'http://127.0.0.1:9', '--network', 'x'])).toContain('The server http://127.0.0.1:9 did not answer.');
    const visible = await said([...server(), '--chapter', 'Raleigh', '--check', '--url', standIn.address.replace('//', `//admin:${standIn.admin.password}@`)]);
    expect(visible).toContain('stays in this shell’s history');
    expect(visible).toContain('does not know the chapter “Raleigh”');
    expect(visible).not.toContain(standIn.admin.password);
  });
});
