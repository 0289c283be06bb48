import { expect, test } from 'vitest';
import { readTypedAddress } from './typed-address.ts';

test.each([
  ['192.168.1.20', 'http://192.168.1.20:5986'],
  [' 192.168.1.20:6000 ', 'http://192.168.1.20:6000'],
  ['http://192.168.1.20:5986/', 'http://192.168.1.20:5986'],
  ['rosa.local', 'http://rosa.local:5986'],
  ['rosa:80', 'http://rosa:80'],
  ['[fe80::1]', 'http://[fe80::1]:5986'],
  ['[fe80::1]:7000', 'http://[fe80::1]:7000'],
])('%s is %s', (typed, origin) => {
  expect(readTypedAddress(typed)).toBe(origin);
});

test.each(['', '   ', 'https://records.example.org', 'rosa@192.168.1.20', '192.168.1.20/x', '192.168.1.20:99999', '192.168.1.20:0', 'a b', '1.2.3.4?x=1', 'fe80::1', '\\\\server', 'x'.repeat(300)])(
  '%j is no address of a PC',
  (typed) => {
    expect(readTypedAddress(typed)).toBeNull();
  },
);
