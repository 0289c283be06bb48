/** A typed date that is none: it is not written, and stays in its field to be mended. */
export class UnreadableDate extends Error {
  constructor() {
    super('date: unreadable');
    this.name = 'UnreadableDate';
  }
}
