import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readJourneyReport, readUnitReport } from './test-results.ts';

const folder = mkdtempSync(join(tmpdir(), 'convoca-results-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(report: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const unit = { success: true, numPassedTests: 2, numFailedTests: 0, numPendingTests: 1, testResults: [] };
const passed = { status: 'passed', fullName: 'a right sum', failureMessages: [] };

test('a failed unit test is named with its file and the first line of what it found', () => {
  const wrong = { status: 'failed', fullName: 'a wrong sum', failureMessages: ['Error: 2 is not 3\n    at line 5'] };
  const told = readUnitReport(written({ ...unit, success: false, numFailedTests: 1, testResults: [{ name: 'sum.test.ts', status: 'failed', message: '', assertionResults: [passed, wrong] }] }));
  expect(told).toEqual({ count: { passed: 2, failed: 1, skipped: 1 }, failed: ['sum.test.ts › a wrong sum: Error: 2 is not 3'], notRun: [] });
});

test('a file that could not be read, an error outside of all tests, and a report that is not there fail the run', () => {
  const unread = readUnitReport(written({ ...unit, success: false, testResults: [{ name: 'sum.test.ts', status: 'failed', message: '\nno such module', assertionResults: [] }] }));
  expect(unread).toMatchObject({ count: { failed: 1 }, failed: ['sum.test.ts: no such module'] });
  const outside = readUnitReport(written({ ...unit, success: false }));
  expect(outside).toMatchObject({ count: { failed: 1 }, failed: [expect.stringContaining('outside of all tests')] });
  expect(readUnitReport(join(folder, 'nowhere'))).toMatchObject({ count: { passed: 0, failed: 1 }, failed: ['no report was written'] });
});

test('journeys: what failed, what passed at a second try only, and why one did not run', () => {
  const spec = (title: string, ok: boolean, status: string, message?: string, why?: string) => ({
    title,
    file: 'a.journey.ts',
    ok,
    tests: [{ status, annotations: why === undefined ? [] : [{ type: 'skip', description: why }], results: [{ errors: message === undefined ? [] : [{ message }] }] }],
  });
  const specs = [spec('opens', true, 'expected'), spec('is skipped', true, 'skipped', undefined, 'no program')];
  const told = readJourneyReport(written({ stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 1 }, suites: [{ suites: [{ specs }], specs: [spec('fails', false, 'unexpected', 'Error: not found\nat')] }] }));
  expect(told).toEqual({ count: { passed: 1, failed: 2, skipped: 1 }, failed: ['a.journey.ts › fails: Error: not found'], notRun: ['is skipped: no program'] });
});
