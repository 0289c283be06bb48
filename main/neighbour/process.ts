/** The hub's process of the browser host; {@link forkHub} starts it. */
import { runHubProgram } from './hub-program.ts';

// The host is gone, however it went: nobody must be left sharing behind it.
process.once('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
runHubProgram(
  {
    send: (message) => {
      if (process.connected) process.send?.(message);
    },
    onMessage: (listener) => process.on('message', listener),
  },
  () => setTimeout(() => process.exit(0), 50),
);
