import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayPhone, readPhone } from './phone.ts';

describe('readPhone', () => {
  it.each(['(919) 555-0123', '919.555.0123', '919-555-0123', '9195550123', '+1 919 555 0123', '1 919 555 0123', '919 555 0123 cel'])(
    'reads %s',
    (typed) => {
      expect(readPhone(typed, '704')).toEqual({ e164: '+19195550123', asWritten: typed, check: false });
    },
  );

  it('puts the area code before seven digits and asks to look', () => {
    expect(readPhone('555-0123', '919')).toEqual({ e164: '+19195550123', asWritten: '555-0123', check: true });
    expect(readPhone('555-0123', '')).toBeNull();
  });

  it('reads phones of other countries', () => {
    expect(readPhone('+52 55 1234 5678', '919')).toMatchObject({ e164: '+525512345678', check: false });
    expect(readPhone('011 502 2345 6789', '919')).toMatchObject({ e164: '+50223456789', check: false });
    expect(readPhone('52 55 1234 5678', '919')).toMatchObject({ e164: '+525512345678', check: true });
    expect(readPhone('521 55 1234 5678', '919')).toMatchObject({ e164: '+525512345678', check: true });
    expect(readPhone('503 2345 6789', '919')).toMatchObject({ e164: '+50323456789', check: true });
  });

  it.each(['', 'no tiene', '555', '123 456 7890', 'calle 5 número 9195550123', '919555012'])('refuses %j', (typed) => {
    expect(readPhone(typed, '919')).toBeNull();
  });

  it('never fails, and what it reads is E.164', () => {
    fc.assert(fc.property(fc.string(), (text) => /^\+\d{7,15}$/.test(readPhone(text, '919')?.e164 ?? '+12345678')));
  });
});

describe('displayPhone', () => {
  it('shows what was read, and what was not as it is', () => {
    expect(displayPhone('+19195550123')).toBe('(919) 555-0123');
    expect(displayPhone('+525512345678')).toBe('+52 55 1234 5678');
    expect(displayPhone('pregunte a Rosa')).toBe('pregunte a Rosa');
  });

  it('is read back to the same phone', () => {
    const digits = fc.integer({ min: 2000000000, max: 9999999999 }).map(String).filter((ten) => /^[2-9]\d\d[2-9]/.test(ten));
    fc.assert(fc.property(digits, (ten) => readPhone(displayPhone(`+1${ten}`), '')?.e164 === `+1${ten}`));
  });
});
