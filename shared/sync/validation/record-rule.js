import { erasedMark } from './erased-mark.js';

/*
 * Whether a document may be stored, the same at the hub and on CouchDB. Part of the text that CouchDB runs:
 * plain ES5, nothing from outside but erasedMark. Answers null, or the refusal: a code of `reasons.ts`, a colon, a sentence.
 */
export function recordRule(newDoc, oldDoc, user, rules) {
  var id = newDoc._id;
  if (typeof id !== 'string') return 'not-sealed: The document has no id.';
  if (id.indexOf('_design/') === 0) return isAdministrator(user) ? null : 'forbidden: Only administrators may write design documents.';
  if (rules.kind === 'network') return networkRule(newDoc, user, rules);
  return sealedRule(newDoc, user, rules);
}

/* A chapter's database and the delegates': nothing but sealed records, of the writer's chapter. */
function sealedRule(newDoc, user, rules) {
  var form = rules.kind === 'chapter' ? /^[a-z]+:[a-z0-9]{16,64}$/ : /^delegate:[a-z0-9]{16,64}$/;
  if (!form.test(newDoc._id)) return 'not-sealed: The id is not one of a record.';
  var chapter = rules.kind === 'chapter' ? rules.chapter : newDoc.chapter;
  if (!mayWriteFor(user, chapter)) return 'forbidden: Only a computer of the chapter may write this record.';
  if (isLargerThan(newDoc, rules.mostBytes)) return 'too-large: The record is too large.';
  var isSealed = newDoc._deleted === true ? isTombstone(newDoc, rules) : isEnvelope(newDoc, rules);
  if (!isSealed) return 'not-sealed: The record is not sealed as it must be.';
  if (newDoc.chapter !== chapter) return 'other-chapter: The record belongs to another chapter.';
  if (newDoc._deleted !== true && isErased(newDoc._id, rules)) return 'erased: This record was erased and must not come back.';
  return null;
}

/* The network's database: figures only, each chapter its own, and what headquarters says of the network itself. */
function networkRule(newDoc, user, rules) {
  if (isLargerThan(newDoc, rules.mostBytes)) return 'too-large: The document is too large.';
  if (/^(chapter:[a-z0-9-]{1,40}|network:about)$/.test(newDoc._id)) {
    if (!isAdministrator(user)) return 'forbidden: Only headquarters may write this document.';
    return hasOnly(newDoc, ['title', 'chapter']) ? null : 'not-sealed: The document says more than it may.';
  }
  var named = /^(contact|snapshot):([a-z0-9]{8,40})-[a-z0-9]{16,64}$/.exec(newDoc._id);
  if (named === null) return 'not-sealed: The id is not one of this database.';
  if (!mayWriteFor(user, named[2])) return 'forbidden: Only a computer of the chapter may write its figures.';
  if (newDoc._deleted === true) return hasOnly(newDoc, ['chapter']) ? null : 'not-sealed: A deleted document keeps no content.';
  if (newDoc.chapter !== named[2]) return 'other-chapter: The figures belong to another chapter.';
  for (var name in newDoc) {
    if (name !== 'chapter' && !isOwnMember(name) && !(/^[a-z][A-Za-z0-9]{0,31}$/.test(name) && isFigures(newDoc[name], 3))) return 'not-sealed: Only figures may be kept here.';
  }
  return null;
}

function isAdministrator(user) {
  return user.roles.indexOf('_admin') >= 0;
}

/* Coordinators read everywhere and write nowhere; any computer of a chapter may pass on what others of it wrote. */
function mayWriteFor(user, chapter) {
  return isAdministrator(user) || (typeof chapter === 'string' && user.roles.indexOf('chapter-' + chapter) >= 0);
}

function isErased(id, rules) {
  for (var any in rules.erased) if (has(rules.erased, any)) return has(rules.erased, erasedMark(id));
  return false;
}

function isEnvelope(record, rules) {
  if (!hasOnly(record, ['chapter', 'schema', 'parts']) || !isHead(record, rules)) return false;
  var parts = record.parts;
  if (!isObject(parts) || !isPart(parts.chapter)) return false;
  for (var name in parts) {
    if (name === 'author') {
      if (!isPart(parts.author) && !isListOfParts(parts.author)) return false;
    } else if (name !== 'chapter' && !(name === 'organizers' && isPart(parts.organizers))) return false;
  }
  return true;
}

function isTombstone(record, rules) {
  if (!hasOnly(record, ['chapter', 'schema', 'kind', 'mac', 'seen']) || !isHead(record, rules)) return false;
  if (has(record, 'kind') && record.kind !== 'merged' && record.kind !== 'erased') return false;
  if (has(record, 'seen') && !isPart(record.seen)) return false;
  return typeof record.mac === 'string' && record.mac.length === 43 && isBase64(record.mac);
}

function isHead(record, rules) {
  return typeof record.chapter === 'string' && isCount(record.schema) && record.schema >= rules.leastSchema && record.schema <= rules.mostSchema;
}

function isListOfParts(list) {
  if (!isArray(list) || list.length < 2 || list.length > 100) return false;
  for (var i = 0; i < list.length; i += 1) if (!isPart(list[i])) return false;
  return true;
}

/* One sealed part: the number of its key, nonce and ciphertext. */
function isPart(part) {
  if (!isObject(part) || !hasOnly(part, ['k', 'n', 'c']) || !isCount(part.k)) return false;
  return isBase64(part.n) && part.n.length === 32 && isBase64(part.c);
}

/* Looking for a letter that does not belong is quick in every engine, also over a megabyte. */
function isBase64(text) {
  return typeof text === 'string' && text !== '' && !/[^A-Za-z0-9_-]/.test(text);
}

/* Numbers too small for a phone's, yes and no, short codes and dates, in lists and groups; nothing that could be a sentence. */
function isFigures(value, depth) {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return value > -1000000000 && value < 1000000000;
  if (typeof value === 'string') return isCode(value) || isMoment(value);
  if (depth === 0) return false;
  if (isArray(value)) {
    if (value.length > 500) return false;
    for (var i = 0; i < value.length; i += 1) if (!isFigures(value[i], depth - 1)) return false;
    return true;
  }
  for (var name in value) {
    if (!/^[a-z0-9][A-Za-z0-9_.-]{0,39}$/.test(name) || !isFigures(value[name], depth - 1)) return false;
  }
  return true;
}

function isCode(text) {
  return /^[a-z][a-z0-9._-]{0,31}$/.test(text) || /^[0-9]{1,4}([.][0-9]{1,5}){1,3}(-[a-z0-9.]{1,16})?$/.test(text) || /^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$/.test(text);
}

function isMoment(text) {
  return /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?Z$/.test(text);
}

/* True when the document has no members but these, and of CouchDB's own only those that a plain document has. */
function hasOnly(record, names) {
  for (var name in record) {
    if (names.indexOf(name) < 0 && !isOwnMember(name)) return false;
  }
  return true;
}

/* What CouchDB itself adds; everything else that begins with an underscore, such as an attachment, is content. */
function isOwnMember(name) {
  return name === '_id' || name === '_rev' || name === '_revisions' || name === '_deleted';
}

/* Counted in UTF-8 bytes of what the writer says; the history that CouchDB adds does not count. */
function isLargerThan(record, mostBytes) {
  var bytes = 2;
  for (var name in record) if (!isOwnMember(name)) bytes += bytesOf(JSON.stringify(name) + ':' + JSON.stringify(record[name]) + ',', mostBytes);
  return bytes > mostBytes;
}

/* The UTF-8 bytes of a text; of one with more letters than `enough`, only its letters. */
function bytesOf(text, enough) {
  if (text.length > enough) return text.length;
  var bytes = 0;
  for (var i = 0; i < text.length; i += 1) {
    var code = text.charCodeAt(i);
    var isHalf = code >= 0xd800 && code <= 0xdfff;
    bytes += code < 0x80 ? 1 : code < 0x800 || isHalf ? 2 : 3;
  }
  return bytes;
}

function isCount(value) {
  return typeof value === 'number' && value >= 1 && value <= 9007199254740991 && Math.floor(value) === value;
}

function isArray(value) {
  return Object.prototype.toString.call(value) === '[object Array]';
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !isArray(value);
}

function has(object, name) {
  return Object.prototype.hasOwnProperty.call(object, name);
}
