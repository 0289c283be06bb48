import { createContext, runInContext } from 'node:vm';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { erasedMark } from '../../shared/sync/validation/erased-mark.js';
import { rulesFor, type DatabaseKind, type RuleParameters } from '../../shared/sync/validation/parameters.ts';
import { refusalOf } from '../../shared/sync/validation/refusal.ts';
import { CASE_CHAPTER, ERASED_ID, RULE_CASES } from '../../shared/sync/validation/rule-cases.ts';
import { ruleText } from './rule-text.ts';

function parametersOf(kind: DatabaseKind): RuleParameters {
  const found = rulesFor(kind === 'chapter' ? `chapter-${CASE_CHAPTER}` : kind, { [erasedMark(ERASED_ID)]: 1 });
  if (found === null) throw new Error('a network’s database has rules');
  return found;
}

/** What an ES5 engine has and the rule may use; anything else is an unknown name. */
const ES5 = { JSON: 'readonly', Math: 'readonly', Object: 'readonly' } as const;
/** Methods that came after ES5: the parser does not know them from others. */
const LATER = ['includes', 'startsWith', 'endsWith', 'repeat', 'padStart', 'find', 'entries', 'values', 'assign', 'isInteger', 'isSafeInteger', 'fill', 'at'];

function oddities(text: string): Linter.LintMessage[] {
  const rules: Linter.RulesRecord = { 'no-undef': 'error', 'no-redeclare': 'error', 'no-restricted-properties': ['error', ...LATER.map((property) => ({ property }))] };
  return new Linter().verify(text, { languageOptions: { ecmaVersion: 5, sourceType: 'script', globals: ES5 }, rules });
}

/** A function of the engine, told and answering in JSON. */
type InEngine = (...json: readonly string[]) => string;

describe('the text that CouchDB runs', () => {
  it('is ES5 that needs nothing from outside', () => {
    for (const kind of ['chapter', 'network', 'delegates'] as const) expect(oddities(`(${ruleText(parametersOf(kind))})`)).toEqual([]);
    expect(oddities('(function () { return a.b.includes(1); })').map((one) => one.ruleId)).toEqual(['no-restricted-properties', 'no-undef']);
    expect(oddities('(function () { let a; })')[0]?.fatal).toBe(true);
  });

  it('is one anonymous function in plain letters', () => {
    const text = ruleText(parametersOf('chapter'));
    expect(text).toMatch(/^function \(newDoc, oldDoc, userCtx, secObj\) \{\n[\s\S]+\n\}$/);
    expect(text).not.toMatch(/^(import|export) /m);
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    expect(text).toContain(`"chapter":"${CASE_CHAPTER}"`);
  });

  it('refuses in an empty engine what the hub refuses, with the same words', () => {
    const engine = createContext({});
    const asked = (kind: DatabaseKind): InEngine =>
      runInContext(
        `(function () {
          var rule = (${ruleText(parametersOf(kind))});
          return function (newDoc, userCtx) {
            try { rule(JSON.parse(newDoc), null, JSON.parse(userCtx), {}); return 'null'; } catch (refusal) { return JSON.stringify([refusal.name && refusal.stack, refusal]); }
          };
        })()`,
        engine,
      ) as InEngine;
    const engines = { chapter: asked('chapter'), network: asked('network'), delegates: asked('delegates') };
    for (const { what, kind, document, user } of RULE_CASES) {
      const sent = JSON.stringify(document);
      const expected = refusalOf(JSON.parse(sent) as Record<string, unknown>, null, user, parametersOf(kind));
      // CouchDB takes what is thrown for an answer only when it has no name and stack.
      expect([what, engines[kind](sent, JSON.stringify(user))]).toEqual([what, expected === null ? 'null' : JSON.stringify([undefined, { forbidden: expected.text }])]);
    }
  });
});
