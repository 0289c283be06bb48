const LOOK_EVERY_MS = 500;

/**
 * Ends this program when the `npm` that started it is gone. npm runs scripts through a shell that does not pass signals
 * on: killing npm would otherwise leave a server behind that nobody sees. Started directly, nothing is watched.
 */
export function endWithNpm(env: NodeJS.ProcessEnv = process.env): void {
  if (env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS).unref();
}
