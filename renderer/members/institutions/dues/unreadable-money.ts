/** A typed amount that is none: it is not written, and stays in its field to be mended. */
export class UnreadableMoney extends Error {
  constructor() {
    super('money: unreadable');
    this.name = 'UnreadableMoney';
  }
}
