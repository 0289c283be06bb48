import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** A password as it is kept: scrypt with its costs, a salt of its own, both texts base64url. */
export const keptPassword = z.strictObject({
  n: z.number().int().min(1024).max(131072),
  r: z.number().int().min(1).max(16),
  p: z.number().int().min(1).max(4),
  salt: z.string().min(16),
  hash: z.string().min(32),
});
export type KeptPassword = z.infer<typeof keptPassword>;

const COSTS = { n: 16384, r: 8, p: 1 } as const;
const HASH_BYTES = 32;
/** Without 0/O, 1/l/I, 5/S and the like: people copy these from paper. */
const CLEAR_LETTERS = 'abcdefghijkmnpqrtuvwxyzACDEFGHJKLMNPQRTUVWXY34679';
const PASSWORD_LENGTH = 20;

/** Hashes a password under a new salt. */
export async function keepPassword(password: string): Promise<KeptPassword> {
  const salt = randomBytes(16).toString('base64url');
  return { ...COSTS, salt, hash: (await derive(password, { ...COSTS, salt })).toString('base64url') };
}

/** True when the password is the kept one; takes the same time whether it is or not. */
export async function isPassword(password: string, kept: KeptPassword): Promise<boolean> {
  const hash = new Uint8Array(Buffer.from(kept.hash, 'base64url'));
  const tried = new Uint8Array(await derive(password, kept));
  return hash.length === tried.length && timingSafeEqual(hash, tried);
}

/** A new password of 20 letters and digits that cannot be mistaken for each other (about 112 bits). */
export function newPassword(): string {
  return Array.from({ length: PASSWORD_LENGTH }, () => CLEAR_LETTERS.charAt(randomInt(CLEAR_LETTERS.length))).join('');
}

/** Stands in for an account that does not exist, so that an unknown name takes as long as a wrong password. */
export const NOBODYS_PASSWORD: KeptPassword = {
  ...COSTS,
  salt: randomBytes(16).toString('base64url'),
  hash: randomBytes(HASH_BYTES).toString('base64url'),
};

function derive(password: string, { n, r, p, salt }: Omit<KeptPassword, 'hash'>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: n, r, p, maxmem: 256 * n * r };
    scrypt(password.normalize('NFC'), salt, HASH_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
