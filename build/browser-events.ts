/**
 * Node's `events` for the browser bundle: PouchDB's packages import it, and no package of that name is among ours.
 * Only what they use, in Node's order of calling. PouchDB copies the methods with `Object.keys(EventEmitter.prototype)`,
 * so at the end of the file they are made enumerable, which a class's methods are not.
 */
type Listener = (...args: unknown[]) => void;
interface Entry {
  readonly listener: Listener;
  readonly once: boolean;
}

export class EventEmitter {
  #entries = new Map<string | symbol, readonly Entry[]>();

  static listenerCount(emitter: EventEmitter, name: string | symbol): number {
    return emitter.listenerCount(name);
  }

  on(name: string | symbol, listener: Listener): this {
    this.#entries.set(name, [...(this.#entries.get(name) ?? []), { listener, once: false }]);
    return this;
  }

  addListener(name: string | symbol, listener: Listener): this {
    return this.on(name, listener);
  }

  once(name: string | symbol, listener: Listener): this {
    this.#entries.set(name, [...(this.#entries.get(name) ?? []), { listener, once: true }]);
    return this;
  }

  /** Removes the newest registration of the listener, as Node does. */
  removeListener(name: string | symbol, listener: Listener): this {
    const entries = [...(this.#entries.get(name) ?? [])];
    const index = entries.findLastIndex((entry) => entry.listener === listener);
    if (index >= 0) entries.splice(index, 1);
    if (entries.length > 0) this.#entries.set(name, entries);
    else this.#entries.delete(name);
    return this;
  }

  off(name: string | symbol, listener: Listener): this {
    return this.removeListener(name, listener);
  }

  removeAllListeners(name?: string | symbol): this {
    if (name === undefined) this.#entries.clear();
    else this.#entries.delete(name);
    return this;
  }

  /** Calls the listeners there are now, each with `this` being the emitter. An unheard `error` is thrown. */
  emit(name: string | symbol, ...args: unknown[]): boolean {
    const entries = this.#entries.get(name);
    if (!entries) {
      if (name !== 'error') return false;
      throw args[0] instanceof Error ? args[0] : new Error('An error event nobody listens for.');
    }
    for (const { listener, once } of entries) {
      if (once) this.removeListener(name, listener);
      listener.apply(this, args);
    }
    return true;
  }

  listeners(name: string | symbol): Listener[] {
    return (this.#entries.get(name) ?? []).map(({ listener }) => listener);
  }

  listenerCount(name: string | symbol): number {
    return this.#entries.get(name)?.length ?? 0;
  }

  /** Node's warning about many listeners has no counterpart here. */
  setMaxListeners(): this {
    return this;
  }
}

for (const name of Object.getOwnPropertyNames(EventEmitter.prototype)) {
  if (name !== 'constructor') Object.defineProperty(EventEmitter.prototype, name, { enumerable: true });
}

// eslint-disable-next-line no-restricted-syntax -- PouchDB imports Node's module by its default export
export default EventEmitter;
