/** Stands in for Node's `assert` in the page: just what RxDB's performance suite asks of it. */

function ok(value: unknown, message?: string): void {
  if (!value) throw new Error(message ?? 'not as the suite expects');
}

function strictEqual(actual: unknown, expected: unknown, message?: string): void {
  ok(Object.is(actual, expected), `${message ?? ''}: ${String(actual)} instead of ${String(expected)}`);
}

// Node's module has a default export, which the suite imports.
export default { ok, strictEqual };
