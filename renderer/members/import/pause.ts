/** Lets the screen draw and keys arrive between two pieces of long work. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
