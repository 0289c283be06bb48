/**
 * Lets everything else that is waiting have its turn, such as the screen and the database's answers. Timers would do too,
 * but the browser makes each of a row of them wait four milliseconds.
 */
export function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
