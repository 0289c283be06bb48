import { readFileSync } from 'node:fs';
import type { RuleParameters } from '../../shared/sync/validation/parameters.ts';

/** The files that the rule is made of, in the order in which they stand in CouchDB's text. */
const SOURCES = ['erased-mark.js', 'record-rule.js'] as const;

/**
 * The validation function for CouchDB: the very files whose functions the hub calls, read as text and put into one ES5
 * function with the database's parameters. Read and not printed from memory, so that no build changes it.
 */
export function ruleText(parameters: RuleParameters): string {
  const bodies = SOURCES.map((name) => plainScript(readFileSync(new URL(`../../shared/sync/validation/${name}`, import.meta.url), 'utf8')));
  return [
    'function (newDoc, oldDoc, userCtx, secObj) {',
    "'use strict';",
    ...bodies,
    `var refusal = recordRule(newDoc, oldDoc, userCtx, ${JSON.stringify(parameters)});`,
    'if (refusal !== null) throw { forbidden: refusal };',
    '}',
  ].join('\n');
}

/** A module's text without what only modules have: its imports and the word `export`. Comments stay for who reads it there. */
function plainScript(source: string): string {
  const lines = source.split('\n').filter((line) => !line.startsWith('import '));
  return lines.map((line) => line.replace(/^export (?=function )/, '')).join('\n').trim();
}
