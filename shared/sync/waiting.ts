/** Which records wait for one peer: those that changed here after the sequence up to which it has confirmed everything. */
export class Waiting {
  /** Record → local sequence of its last change; infinite while that is not known. */
  #sequences = new Map<string, number>();
  #denied: ReadonlySet<string> = new Set();

  /** How many records wait, those among them that were refused. */
  get count(): number {
    let both = 0;
    for (const id of this.#denied) if (this.#sequences.has(id)) both += 1;
    return this.#sequences.size + this.#denied.size - both;
  }

  /** What the database says, in place of what was thought before. */
  replace(changes: readonly { readonly id: string; readonly seq: number }[]): void {
    this.#sequences = new Map(changes.map(({ id, seq }) => [id, seq]));
  }

  /** These were written just now. */
  note(ids: readonly string[]): void {
    for (const id of ids) this.#sequences.set(id, Infinity);
  }

  /** The peer has everything up to that sequence. */
  confirm(sequence: number): void {
    for (const [id, seq] of this.#sequences) if (seq <= sequence) this.#sequences.delete(id);
  }

  /** The records that the peer refuses; they wait, however far it has confirmed the others. */
  refuse(ids: Iterable<string>): void {
    this.#denied = new Set(ids);
  }
}
