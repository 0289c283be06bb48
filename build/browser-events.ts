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

// Beside the emitters, not in them: PouchDB's database objects get these methods without our constructor having run.
const entriesOf = new WeakMap<object, Map<string | symbol, readonly Entry[]>>();

function entriesFor(emitter: object): Map<string | symbol, readonly Entry[]> {
  const entries = entriesOf.get(emitter) ?? new Map<string | symbol, readonly Entry[]>();
  entriesOf.set(emitter, entries);
  return entries;
}

function add<Emitter extends object>(emitter: Emitter, name: string | symbol, entry: Entry): Emitter {
  const entries = entriesFor(emitter);
  entries.set(name, [...(entries.get(name) ?? []), entry]);
  return emitter;
}

export class EventEmitter {
  static listenerCount(emitter: EventEmitter, name: string | symbol): number {
    return emitter.listenerCount(name);
  }

  on(name: string | symbol, listener: Listener): this {
    return add(this, name, { listener, once: false });
  }

  addListener(name: string | symbol, listener: Listener): this {
    return this.on(name, listener);
  }

  once(name: string | symbol, listener: Listener): this {
    return add(this, name, { listener, once: true });
  }

  /** Removes the newest registration of the listener, as Node does. */
  removeListener(name: string | symbol, listener: Listener): this {
    const entries = [...(entriesFor(this).get(name) ?? [])];
    const index = entries.findLastIndex((entry) => entry.listener === listener);
    if (index >= 0) entries.splice(index, 1);
    if (entries.length > 0) entriesFor(this).set(name, entries);
    else entriesFor(this).delete(name);
    return this;
  }

  off(name: string | symbol, listener: Listener): this {
    return this.removeListener(name, listener);
  }

  removeAllListeners(name?: string | symbol): this {
    if (name === undefined) entriesFor(this).clear();
    else entriesFor(this).delete(name);
    return this;
  }

  /** Calls the listeners there are now, each with `this` being the emitter. An unheard `error` is thrown. */
  emit(name: string | symbol, ...args: unknown[]): boolean {
    const entries = entriesFor(this).get(name);
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
    return (entriesFor(this).get(name) ?? []).map(({ listener }) => listener);
  }

  listenerCount(name: string | symbol): number {
    return entriesFor(this).get(name)?.length ?? 0;
  }

  /** Node's warning about many listeners has no counterpart here. */
  setMaxListeners(): this {
    return this;
  }
}

for (const name of Object.getOwnPropertyNames(EventEmitter.prototype)) {
  if (name !== 'constructor') Object.defineProperty(EventEmitter.prototype, name, { enumerable: true });
}

 
export default EventEmitter;
