import { homedir } from 'node:os';
import { join } from 'node:path';

/** The port of the browser host unless told otherwise. Fixed for ever: the browser keeps the records by this origin. */
export const USUAL_PORT = 4747;

/**
 * Where the browser host keeps its files when no `--data` says so: the system's folder for an account's program data.
 * Another port is another origin with records of its own, so it gets a folder of its own as well.
 */
export function usualDataFolder(
  port: number,
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  const name = port === USUAL_PORT ? 'convoca' : `convoca-${port}`;
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), name);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name);
  return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), name);
}
