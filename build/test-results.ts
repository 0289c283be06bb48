import { readFileSync } from 'node:fs';

/** How many tests of a run passed, failed and did not run. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What is said of a run after all its output: its count, and a line for each test that failed or did not run. */
export interface Told {
  readonly count: Count;
  readonly failed: readonly string[];
  readonly notRun: readonly string[];
}

interface UnitReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] }[];
  }[];
}

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly Spec[];
}

interface Spec {
  readonly title: string;
  readonly file: string;
  readonly ok: boolean;
  readonly tests: readonly {
    readonly status: string;
    readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
  }[];
}

interface JourneyReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number };
  readonly suites: readonly Suite[];
}

const NO_REPORT: Told = { count: { passed: 0, failed: 1, skipped: 0 }, failed: ['no report was written'], notRun: [] };

/** Vitest's report at that place; a run that failed without a failed test, such as by an error outside of all, counts one failure. */
export function readUnitReport(file: string): Told {
  const report = readReport<UnitReport>(file);
  if (!report) return NO_REPORT;
  const failed = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((one) => one.status === 'failed').map(({ fullName, failureMessages }) => `${name} › ${fullName}: ${firstLine(failureMessages[0])}`);
    return tests.length === 0 && status === 'failed' ? [`${name}: ${firstLine(message)}`] : tests;
  });
  const outside = !report.success && failed.length === 0 ? ['an error outside of all tests: see above'] : [];
  return {
    count: { passed: report.numPassedTests, failed: Math.max(report.numFailedTests, report.success ? 0 : 1), skipped: report.numPendingTests },
    failed: [...failed, ...outside],
    notRun: [],
  };
}

/** Playwright's report at that place; a journey that passed at a second try counts as failed. */
export function readJourneyReport(file: string): Told {
  const report = readReport<JourneyReport>(file);
  if (!report) return NO_REPORT;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const specs = report.suites.flatMap(specsOf);
  return {
    count: { passed: expected, failed: unexpected + flaky, skipped },
    failed: specs.filter((spec) => !spec.ok).map((spec) => `${spec.file} › ${spec.title}: ${firstLine(spec.tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors))[0]?.message)}`),
    // Nothing is passed over silently: each says why.
    notRun: specs.flatMap(({ title, tests }) =>
      tests
        .filter(({ status }) => status === 'skipped')
        .map(({ annotations }) => `${title}: ${annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'}`),
    ),
  };
}

function specsOf(suite: Suite): readonly Spec[] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

function firstLine(message: string | undefined): string {
  return message?.split('\n').find((line) => line.trim() !== '') ?? 'no message';
}

/** Null where no run came so far as to write one. */
function readReport<Report>(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}
