import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A phone as typed that could be read. */
export interface ReadPhone {
  /** `+` and digits, such as `+19195550123`. */
  readonly e164: string;
  readonly asWritten: string;
  /** True when something was guessed, an area or country code, and someone should look (domain §6.5 point 5). */
  readonly check: boolean;
}

const US_NUMBER = /^\+1([2-9]\d{2})(\d{3})(\d{4})$/;

/** Country codes that people write without a plus: Mexico, Central America, Colombia, Ecuador, Peru. */
const NEIGHBOURS = /^(52|50[2-7]|57|593|51)\d{8,10}$/;

function possible(text: string): string | null {
  const phone = parsePhoneNumberFromString(text, { defaultCountry: 'US', extract: false });
  if (!phone?.isPossible()) return null;
  return phone.countryCallingCode === '1' && !US_NUMBER.test(phone.number) ? null : phone.number;
}

/**
 * Reads a phone as typed (domain §6.6). Seven digits get the chapter's area code and are marked "check"; foreign numbers
 * are read with their `+` or 011. Null when it cannot be read; it is then kept as written.
 * `areaCode` is three digits or an empty text.
 */
export function readPhone(asWritten: string, areaCode: string): ReadPhone | null {
  const text = asWritten.trim().replace(/\s+(de|of|\(|cel|casa|home|cell)\b.*$/i, '');
  if (!/\d/.test(text) || /[\p{L}]{4,}/u.test(text.replace(/ext|extension|extensión/i, ''))) return null;
  const digits = text.replace(/\D/g, '');
  if (digits.length === 7 && !text.includes('+')) {
    const e164 = areaCode === '' ? null : possible(areaCode + digits);
    return e164 === null ? null : { e164, asWritten, check: true };
  }
  const e164 = possible(text);
  if (e164 !== null) return { e164, asWritten, check: false };
  const foreign = !text.includes('+') && NEIGHBOURS.test(digits) ? possible(`+${digits}`) : null;
  // Mexican mobiles were written with a 1 after the 52 until 2020.
  const mexican = /^521\d{10}$/.test(digits) ? possible(`+52${digits.slice(3)}`) : null;
  const guessed = foreign ?? mexican;
  return guessed === null ? null : { e164: guessed, asWritten, check: true };
}

/** A phone to read: `(919) 555-0123`, a foreign one as `+52 55 1234 5678`; what is no E.164 comes back as it is. */
export function displayPhone(value: string): string {
  const us = US_NUMBER.exec(value);
  if (us) return `(${us[1] ?? ''}) ${us[2] ?? ''}-${us[3] ?? ''}`;
  if (!/^\+\d{7,15}$/.test(value)) return value;
  return parsePhoneNumberFromString(value)?.formatInternational() ?? value;
}
