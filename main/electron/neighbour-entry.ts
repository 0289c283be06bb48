/** The hub's process of the desktop app, bundled to `build/out/neighbour/neighbour.cjs`; it ends with the app by itself. */
import { runHubProgram } from '../neighbour/hub-program.ts';

const { parentPort } = process;
runHubProgram(
  {
    send: (message) => parentPort.postMessage(message),
    onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
  },
  () => setTimeout(() => process.exit(0), 50),
);
