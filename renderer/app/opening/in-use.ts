/** Another window on this PC holds the chapter. */
export class ChapterInUse extends Error {
  constructor() {
    super('opening: in use');
    this.name = 'ChapterInUse';
  }
}
