/** Electron's entry, bundled to `build/out/main/electron.cjs`: the one file of this side that loads Electron itself. */
import * as electron from 'electron';
import { join } from 'node:path';
import { runShell } from './shell.ts';

const data = electron.app.commandLine.getSwitchValue('data');
runShell(electron, { built: join(electron.app.getAppPath(), 'build', 'out'), data: data === '' ? undefined : data }).catch(
  (error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    electron.dialog.showErrorBox(
      'Convoca',
      `Convoca no pudo abrirse (${code}). Sus registros no se cambiaron. Reinicie la computadora e intente de nuevo.\n\n` +
        `Convoca could not open (${code}). Your records were not changed. Restart the computer and try again.`,
    );
    electron.app.exit(1);
  },
);
