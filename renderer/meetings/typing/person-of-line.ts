import type { ContactPoint, Person } from '../../../shared/domain/person.ts';
import { randomToken } from '../../../shared/domain/record.ts';
import type { SheetRow } from '../../../shared/domain/sheet.ts';
import { suggestNameParts } from '../../../shared/names/name-parts.ts';
import type { NewRecord } from '../../../shared/store/chapter-types.ts';
import { readPhone } from '../../../shared/words/phone.ts';
import type { TypingRow } from './typing-row.ts';

const KEY_LENGTH = 10;

function phoneOf(asWritten: string, areaCode: string): ContactPoint {
  const read = readPhone(asWritten, areaCode);
  return {
    key: randomToken(KEY_LENGTH),
    kind: 'phone',
    value: read?.e164 ?? asWritten.trim(),
    asWritten: asWritten.trim(),
    check: read === null || read.check ? true : undefined,
    status: read === null ? 'unknown' : 'ok',
  };
}

function languageOf({ ticks }: TypingRow): string | undefined {
  if (ticks.es === true && ticks.en === true) return 'both';
  return ticks.es === true ? 'es' : ticks.en === true ? 'en' : undefined;
}

/**
 * The person that `+` makes of a line: the name as typed with its suggested parts, the phone, the institution and the
 * language ticked. What the paper does not say stays empty. `areaCode` is the chapter's.
 */
export function personOfLine(row: TypingRow, sheet: string, areaCode: string): NewRecord<Person> {
  const nameAsWritten = row.name.trim();
  return {
    nameAsWritten,
    ...suggestNameParts(nameAsWritten),
    contacts: row.phone.trim() === '' ? [] : [phoneOf(row.phone, areaCode)],
    language: languageOf(row),
    affiliations: row.institution === undefined ? [] : [{ key: randomToken(KEY_LENGTH), institution: row.institution, roles: [], isMain: true }],
    source: { kind: 'sheet', from: sheet },
  };
}

/**
 * What changes of a new person when their line is corrected. Only what still is as the line had it is touched: what
 * somebody has since written on the person's page stays.
 */
export function correctionOf(person: Person, row: TypingRow, before: SheetRow, areaCode: string): Partial<Person> {
  const patch: Partial<Person> = {};
  const name = row.name.trim();
  if (name !== before.asWritten && person.nameAsWritten === before.asWritten) {
    const { given, family1, family2, called, title } = suggestNameParts(name);
    Object.assign(patch, { nameAsWritten: name, given, family1, family2, called, title });
  }
  const phone = row.phone.trim();
  const old = before.phoneAsWritten ?? '';
  if (phone !== old) {
    const kept = person.contacts.filter((contact) => old === '' || contact.asWritten !== old);
    patch.contacts = phone === '' ? kept : [...kept, phoneOf(phone, areaCode)];
  }
  if (row.institution !== before.institution) {
    const kept = person.affiliations.filter(({ institution }) => institution !== before.institution && institution !== row.institution);
    const added = row.institution === undefined ? [] : [{ key: randomToken(KEY_LENGTH), institution: row.institution, roles: [], isMain: kept.every(({ isMain }) => !isMain) }];
    patch.affiliations = [...kept, ...added];
  }
  const language = languageOf(row);
  if (language !== undefined && person.language === undefined) patch.language = language;
  return patch;
}
