import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { passwordFor, PASSWORD_VARIABLE, type Terminal } from './ask-password.ts';

function terminal(isTTY: boolean): { terminal: Terminal; type: (text: string) => void; end: () => void; shown: () => string } {
  const input = Object.assign(new PassThrough(), { isTTY });
  let shown = '';
  const output = new Writable({
    write: (piece: Uint8Array, _encoding, done) => {
      shown += Buffer.from(piece).toString();
      done();
    },
  });
  return { terminal: { input, output }, type: (text) => void input.write(text), end: () => void input.end(), shown: () => shown };
}

describe('the administrator’s password', () => {
  it('comes from the address, then from the environment, without a question', async () => {
    const { terminal: one, shown } = terminal(true);
    expect(await passwordFor('given', { [PASSWORD_VARIABLE]: 'other' }, 'Password: ', one)).toBe('given');
    expect(await passwordFor(null, { [PASSWORD_VARIABLE]: 'other' }, 'Password: ', one)).toBe('other');
    expect(shown()).toBe('');
  });

  it('is asked for at a terminal and never shown', async () => {
    const { terminal: one, type, shown } = terminal(true);
    const asked = passwordFor(null, {}, 'Password: ', one);
    type('s3cret\n');
    expect(await asked).toBe('s3cret');
    expect(shown()).toBe('Password: \n');
  });

  it('is missing where nobody can type, or nothing was typed', async () => {
    await expect(passwordFor(null, { [PASSWORD_VARIABLE]: '' }, 'Password: ', terminal(false).terminal)).rejects.toMatchObject({ code: 'no-password' });
    const { terminal: one, type } = terminal(true);
    const empty = passwordFor(null, {}, '', one);
    type('\n');
    await expect(empty).rejects.toMatchObject({ code: 'no-password' });
    const { terminal: other, end } = terminal(true);
    const left = passwordFor(null, {}, '', other);
    end();
    await expect(left).rejects.toMatchObject({ code: 'no-password' });
  });
});
