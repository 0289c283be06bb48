import { EventEmitter as NodeEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { EventEmitter } from './browser-events.ts';

/** The same steps with Node's emitter and with ours must be heard alike. */
function heardFrom(emitter: Pick<NodeEmitter, 'on' | 'once' | 'off' | 'emit' | 'listenerCount' | 'listeners' | 'removeAllListeners'>): unknown[] {
  const heard: unknown[] = [];
  const hear = (word: unknown): void => void heard.push(word);
  const leave = (): void => {
    heard.push('leaving');
    emitter.off('say', leave);
    emitter.on('say', late);
  };
  const late = (): void => void heard.push('late');
  emitter.on('say', hear).once('say', (word) => heard.push(`once ${String(word)}`));
  emitter.on('say', leave);
  emitter.on('say', function (this: unknown) {
    heard.push(this === emitter);
  });
  heard.push(emitter.emit('say', 'a'), emitter.emit('say', 'b'), emitter.listenerCount('say'), emitter.emit('other'));
  emitter.on('say', hear).off('say', hear);
  heard.push(emitter.listeners('say').indexOf(hear));
  emitter.removeAllListeners('say');
  heard.push(emitter.listenerCount('say'), emitter.emit('say', 'c'));
  try {
    emitter.emit('error', new Error('unheard'));
  } catch (error) {
    heard.push(String(error));
  }
  return heard;
}

describe('events for the browser', () => {
  it("behave like Node's", () => {
    const ours = heardFrom(new EventEmitter() as unknown as NodeEmitter);
    expect(ours).toEqual(heardFrom(new NodeEmitter()));
    expect(ours).toContain('Error: unheard');
  });

  it('can be copied method by method, and used by objects our constructor never made, as PouchDB does', () => {
    const methods = Object.keys(EventEmitter.prototype);
    expect(methods).toEqual(expect.arrayContaining(['on', 'once', 'emit', 'removeListener', 'listeners', 'setMaxListeners']));
    const database = Object.create(EventEmitter.prototype) as EventEmitter;
    const other = Object.create(EventEmitter.prototype) as EventEmitter;
    let heard = 0;
    database.on('change', () => (heard += 1));
    other.emit('change');
    database.emit('change');
    expect(heard).toBe(1);
  });
});
