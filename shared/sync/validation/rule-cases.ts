import type { DatabaseKind } from './parameters.ts';
import type { RefusalReason } from './reasons.ts';
import { chapterRole, COORDINATOR, type RuleUser } from './refusal.ts';

type Json = Readonly<Record<string, unknown>>;

/** One case that hub, rule and CouchDB must answer alike: null is accepted. Used by tests only. */
export interface RuleCase {
  readonly what: string;
  readonly kind: DatabaseKind;
  readonly document: Json;
  readonly user: RuleUser;
  readonly reason: RefusalReason | null;
}

/** The chapter that the cases belong to, another one, and an id that is on the list of erased ones. */
export const CASE_CHAPTER = '7k2m9p4x3w8zdurham';
export const OTHER_CHAPTER = 'fresno3h5j8n2q7r4t';
export const ERASED_ID = 'person:erasederasederased22';

const COMPUTER: RuleUser = { name: 'durham-1', roles: [chapterRole(CASE_CHAPTER)] };
const STRANGER: RuleUser = { name: 'fresno-1', roles: [chapterRole(OTHER_CHAPTER)] };
const READER: RuleUser = { name: 'rosa', roles: [COORDINATOR] };
const ADMIN: RuleUser = { name: 'admin', roles: ['_admin'] };

const PART = { k: 1, n: 'n'.repeat(32), c: 'aA0_-' };
let counted = 0;

/** An id that no other case has, so that cases can be written into one database. */
function freshId(type: string): string {
  counted += 1;
  return `${type}:${String(counted).padStart(20, 'x')}`;
}

const record = (change: Json = {}): Json => ({ _id: freshId('person'), chapter: CASE_CHAPTER, schema: 1, parts: { chapter: PART }, ...change });
const tombstone = (change: Json = {}): Json => ({ _id: freshId('person'), _deleted: true, chapter: CASE_CHAPTER, schema: 1, mac: 'm'.repeat(43), ...change });
const withParts = (parts: Json): Json => record({ parts: { chapter: PART, ...parts } });
const contact = (change: Json = {}): Json => ({ _id: `contact:${CASE_CHAPTER}-${freshId('d').slice(2)}`, chapter: CASE_CHAPTER, waiting: 3, ...change });

function cases(kind: DatabaseKind, user: RuleUser, reason: RefusalReason | null, documents: Readonly<Record<string, Json>>): readonly RuleCase[] {
  return Object.entries(documents).map(([what, document]) => ({ what: `${kind}: ${what}`, kind, document, user, reason }));
}

/** What one part weighs beside the ciphertext when the record is exactly a megabyte. */
function recordOfBytes(bytes: number): Json {
  const empty = record({ parts: { chapter: { ...PART, c: '' } } });
  const { _id, ...content } = empty;
  return { ...empty, parts: { chapter: { ...PART, c: 'c'.repeat(bytes - JSON.stringify(content).length - 1) } } };
}

export const RULE_CASES: readonly RuleCase[] = [
  ...cases('chapter', COMPUTER, null, {
    'a sealed record': record(),
    'all parts': withParts({ organizers: PART, author: PART }),
    'a list of authors': withParts({ author: [PART, { ...PART, k: 2 }] }),
    'a hundred authors': withParts({ author: Array.from({ length: 100 }, () => PART) }),
    'a schema far ahead': record({ schema: 9999 }),
    'a record that another computer wrote': record({ parts: { chapter: { ...PART, k: 7 } } }),
    'a tombstone from before kinds': tombstone(),
    'a tombstone of a merge': tombstone({ kind: 'merged' }),
    'a tombstone of an erasure': tombstone({ kind: 'erased', seen: PART }),
    'the tombstone of an erased record': tombstone({ _id: ERASED_ID, kind: 'erased' }),
    'a review': record({ _id: freshId('review') }),
    'the longest id': record({ _id: `person:${'a'.repeat(64)}` }),
    'a record of exactly a megabyte': recordOfBytes(1024 * 1024),
  }),
  ...cases('chapter', ADMIN, null, { 'a record by an administrator': record(), 'a tombstone by an administrator': tombstone() }),
  ...cases('chapter', READER, 'forbidden', { 'a record by a coordinator': record(), 'a tombstone by a coordinator': tombstone() }),
  ...cases('chapter', STRANGER, 'forbidden', { 'a record by another chapter’s computer': record() }),
  ...cases('chapter', { name: null, roles: [] }, 'forbidden', { 'a record by nobody': record() }),
  ...cases('chapter', COMPUTER, 'forbidden', { 'a design document by a computer': { _id: '_design/x', views: {} } }),
  ...cases('chapter', COMPUTER, 'other-chapter', {
    'another chapter’s record': record({ chapter: OTHER_CHAPTER }),
    'another chapter’s tombstone': tombstone({ chapter: OTHER_CHAPTER }),
    'an empty chapter': record({ chapter: '' }),
  }),
  ...cases('chapter', COMPUTER, 'erased', { 'an erased record': record({ _id: ERASED_ID }) }),
  ...cases('chapter', COMPUTER, 'too-large', {
    'one byte more than a megabyte': recordOfBytes(1024 * 1024 + 1),
    'a name in the clear over a megabyte in bytes': record({ note: 'ñ'.repeat(600_000) }),
    'three bytes a letter': record({ note: '…'.repeat(350_000) }),
  }),
  ...cases('chapter', COMPUTER, 'not-sealed', {
    'a name in the clear': record({ name: 'Rosa' }),
    'a large name in the clear': record({ note: 'ñ'.repeat(500_000) }),
    'no chapter': record({ chapter: null }),
    'a chapter that is no text': record({ chapter: [CASE_CHAPTER] }),
    'schema zero': record({ schema: 0 }),
    'half a schema': record({ schema: 1.5 }),
    'a schema as text': record({ schema: '1' }),
    'a schema beyond all': record({ schema: 10_000 }),
    'no parts': record({ parts: {} }),
    'parts that are a list': record({ parts: [PART] }),
    'parts that are nothing': record({ parts: null }),
    'an unknown part': withParts({ everyone: PART }),
    'a part that is a text': withParts({ organizers: 'Rosa' }),
    'a hidden part': JSON.parse(`{"_id":"${freshId('person')}","chapter":"${CASE_CHAPTER}","schema":1,"parts":{"chapter":{"k":1,"n":"${'n'.repeat(32)}","c":"c"},"__proto__":{"name":"Rosa"}}}`) as Json,
    'a hidden member': JSON.parse(`{"_id":"${freshId('person')}","chapter":"${CASE_CHAPTER}","schema":1,"parts":{"chapter":{"k":1,"n":"${'n'.repeat(32)}","c":"c"}},"__proto__":"Rosa"}`) as Json,
    'key zero': withParts({ organizers: { ...PART, k: 0 } }),
    'half a key': withParts({ chapter: { ...PART, k: 1.5 } }),
    'a key as text': withParts({ chapter: { ...PART, k: '1' } }),
    'a short nonce': withParts({ chapter: { ...PART, n: 'short' } }),
    'a long nonce': withParts({ chapter: { ...PART, n: 'n'.repeat(33) } }),
    'a nonce of other letters': withParts({ chapter: { ...PART, n: 'ñ'.repeat(32) } }),
    'no ciphertext': withParts({ chapter: { ...PART, c: '' } }),
    'a ciphertext that is none': withParts({ chapter: { ...PART, c: 'María López' } }),
    'a line after the ciphertext': withParts({ chapter: { ...PART, c: 'aaaa\n' } }),
    'something beside the ciphertext': withParts({ chapter: { ...PART, phone: '617' } }),
    'a list of one author': withParts({ author: [PART] }),
    'a list with something else': withParts({ author: [PART, 'Rosa'] }),
    'too many authors': withParts({ author: Array.from({ length: 101 }, () => PART) }),
    'a list of organizers': withParts({ organizers: [PART, PART] }),
    'an attachment': record({ _attachments: { a: { content_type: 'text/plain', data: 'Um9zYQ==' } } }),
    'an id with a name': record({ _id: 'person:rosa-lopez' }),
    'an id that is too short': record({ _id: 'person:abcdefghijklmno' }),
    'an id that is too long': record({ _id: `person:${'a'.repeat(65)}` }),
    'an id with a line after it': record({ _id: 'person:abcdefghijklmnopqrst\n' }),
    'an id without a type': record({ _id: 'abcdefghijklmnopqrst' }),
    'a tombstone without its stamp': tombstone({ mac: undefined }),
    'a bare tombstone': { _id: freshId('person'), _deleted: true },
    'a tombstone with a short stamp': tombstone({ mac: 'm'.repeat(42) }),
    'a tombstone with another stamp': tombstone({ mac: 'ñ'.repeat(43) }),
    'a tombstone with content': tombstone({ parts: { chapter: PART } }),
    'a tombstone with a name': tombstone({ name: 'Rosa' }),
    'a tombstone of an unknown kind': tombstone({ kind: 'burnt' }),
    'a tombstone without a schema': tombstone({ schema: undefined }),
    'a tombstone with something beside what was seen': tombstone({ seen: { ...PART, name: 'Rosa' } }),
  }),
  ...cases('network', COMPUTER, null, {
    'figures of this computer': contact({ at: '2026-11-22T10:23:24.123Z', version: '0.1.0', letter: 'a', totals: { people: 1200, meetings: 12.5 }, list: [1, 2] }),
    'groups in groups': contact({ a: { b: { c: { d: 1 } } } }),
    'no figures': contact({ waiting: null, practice: false }),
    'a snapshot': { _id: `snapshot:${CASE_CHAPTER}-${'q'.repeat(20)}`, chapter: CASE_CHAPTER, quarter: '2026-11', people: { 'house_meeting': 4 } },
    'a deleted contact': { ...contact(), waiting: undefined, _deleted: true },
  }),
  ...cases('network', ADMIN, null, {
    'the network’s name': { _id: 'network:about', title: 'Carolina Together' },
    'a chapter’s name': { _id: 'chapter:durham', title: 'Durham', chapter: CASE_CHAPTER },
    'a contact that an administrator removes': { ...contact(), waiting: undefined, _deleted: true },
  }),
  ...cases('network', COMPUTER, 'forbidden', {
    'a chapter’s name by a computer': { _id: 'chapter:durham', title: 'Durham', chapter: CASE_CHAPTER },
    'another chapter’s contact': contact({ _id: `contact:${OTHER_CHAPTER}-${'d'.repeat(20)}` }),
  }),
  ...cases('network', READER, 'forbidden', { 'figures by a coordinator': contact() }),
  ...cases('network', COMPUTER, 'other-chapter', { 'figures that say another chapter': contact({ chapter: OTHER_CHAPTER }) }),
  ...cases('network', COMPUTER, 'too-large', { 'too many figures': contact({ list: Array.from({ length: 30_000 }, () => 12) }) }),
  ...cases('network', ADMIN, 'not-sealed', { 'more than a chapter’s name': { _id: 'chapter:durham', title: 'Durham', phone: '617' } }),
  ...cases('network', COMPUTER, 'not-sealed', {
    'a name': contact({ person: 'Rosa López' }),
    'a name with a capital': contact({ person: 'Rosa' }),
    'a name as a member': contact({ totals: { 'Rosa López': 1 } }),
    'a hidden name': JSON.parse(`{"_id":"contact:${CASE_CHAPTER}-${'h'.repeat(20)}","chapter":"${CASE_CHAPTER}","__proto__":"Rosa"}`) as Json,
    'a phone as text': contact({ a: '6175550101' }),
    'a phone as a number': contact({ a: 6175550101 }),
    'a phone below zero': contact({ a: -6175550101 }),
    'a sentence in a list': contact({ list: ['call her back'] }),
    'too deep': contact({ a: { b: { c: { d: { e: 1 } } } } }),
    'a long list': contact({ list: Array.from({ length: 501 }, () => 1) }),
    'another kind of document': { _id: `person:${'p'.repeat(20)}`, chapter: CASE_CHAPTER },
    'an attachment to figures': contact({ _attachments: { a: { content_type: 'text/plain', data: 'Um9zYQ==' } } }),
    'a deleted contact with content': { ...contact(), _deleted: true },
  }),
  ...cases('delegates', COMPUTER, null, { 'a sealed delegate': record({ _id: freshId('delegate') }), 'a deleted delegate': tombstone({ _id: freshId('delegate') }) }),
  ...cases('delegates', COMPUTER, 'not-sealed', { 'another kind of record': record(), 'a delegate in the clear': record({ _id: freshId('delegate'), name: 'Rosa' }) }),
  ...cases('delegates', COMPUTER, 'forbidden', { 'another chapter’s delegate': record({ _id: freshId('delegate'), chapter: OTHER_CHAPTER }), 'a delegate of no chapter': record({ _id: freshId('delegate'), chapter: undefined }) }),
  ...cases('delegates', READER, 'forbidden', { 'a delegate by a coordinator': record({ _id: freshId('delegate') }) }),
  ...cases('delegates', ADMIN, 'not-sealed', { 'a delegate of a chapter that is no text': record({ _id: freshId('delegate'), chapter: 7 }) }),
];
