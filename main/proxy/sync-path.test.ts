import { describe, expect, it } from 'vitest';
import { isSyncPath, readSyncPath } from './sync-path.ts';
import { DATABASE } from './testing.ts';

const read = (path: string, method = 'GET') => readSyncPath(method, new URL(path, 'http://127.0.0.1:4747'));
const pathOf = (path: string, method = 'GET') => read(path, method)?.path ?? null;

describe('readSyncPath', () => {
  it('lets through what replication asks for', () => {
    expect(read(`/sync/server/${DATABASE}`)).toEqual({ peer: 'server', database: DATABASE, keptFor: DATABASE, path: `/${DATABASE}`, isDatabaseInfo: true });
    expect(pathOf(`/sync/server/${DATABASE}/`)).toBe(`/${DATABASE}`);
    expect(pathOf(`/sync/server/${DATABASE}/_changes?since=3&feed=longpoll`)).toBe(`/${DATABASE}/_changes?since=3&feed=longpoll`);
    expect(pathOf(`/sync/server/${DATABASE}/_bulk_docs`, 'POST')).toBe(`/${DATABASE}/_bulk_docs`);
    expect(pathOf(`/sync/server/${DATABASE}`, 'PUT')).toBe(`/${DATABASE}`);
    expect(pathOf('/sync/server/network/_all_docs')).toBe('/network/_all_docs');
  });

  it('asks for a contact document with the account of the chapter that it names, and for nothing else of the network', () => {
    const keptFor = (path: string) => read(`/sync/server/network${path}`)?.keptFor;
    expect(keptFor('/contact%3Aabcdefgh12-0123456789abcdef')).toBe('chapter-abcdefgh12');
    for (const other of ['', '/_all_docs', '/contact%3Aabcdefgh12', '/contact%3Aabcdefgh12-short', '/_local/contact%3Aabcdefgh12-0123456789abcdef', '/snapshot%3Aabcdefgh12-0123456789abcdef']) {
      expect(keptFor(other), other).toBe('network');
    }
    expect(read(`/sync/server/${DATABASE}/contact%3Azzzzzzzz99-0123456789abcdef`)?.keptFor).toBe(DATABASE);
  });

  it('takes document ids as PouchDB writes them', () => {
    expect(pathOf(`/sync/server/${DATABASE}/person%3Aabc?revs=true`)).toBe(`/${DATABASE}/person%3Aabc?revs=true`);
    expect(pathOf(`/sync/server/${DATABASE}/person:abc`)).toBe(`/${DATABASE}/person%3Aabc`);
    expect(pathOf(`/sync/server/${DATABASE}/_local%2Fx.Y_z%3D%3D`, 'PUT')).toBe(`/${DATABASE}/_local/x.Y_z%3D%3D`);
    expect(pathOf(`/sync/server/${DATABASE}/_local/xyz`, 'PUT')).toBe(`/${DATABASE}/_local/xyz`);
  });

  it.each([
    ['/sync/', 'no peer'],
    ['/sync/server', 'the server itself'],
    ['/sync/server/', 'the server itself'],
    [`/sync/${DATABASE}`, 'a database without its peer, as it was when there was one only'],
    [`/sync/pc-ABCDEFGHIJKLMNOP/${DATABASE}`, 'a peer of another look'],
    [`/sync/pc-abcdefghijklmno/${DATABASE}`, 'a peer of another length'],
    [`/sync/pc-abcdefghijklmnop%2f..%2fserver/${DATABASE}`, 'a way up in the peer'],
    [`/sync/constructor/${DATABASE}`, 'a peer that is none'],
    ['/sync/server/_users', 'a server database'],
    ['/sync/server/other', 'another database'],
    ['/sync/server/chapter-ABCDEFGH', 'a name that is no chapter'],
    [`/sync/server/${DATABASE}/../_users/_all_docs`, 'a way up'],
    [`/sync/server/${DATABASE}/%2e%2e/_users`, 'an encoded way up'],
    [`/sync/server/${DATABASE}/%2e%2e%2f_users`, 'a way up with encoded slash'],
    [`/sync/server/${DATABASE}/..%2f..%2f_config`, 'two ways up'],
    [`/sync/server/${DATABASE}%2f_security`, 'a slash in the database'],
    [`/sync/server/${DATABASE}/_security`, 'a server endpoint'],
    [`/sync/server/${DATABASE}/_design%2Fx`, 'a design document'],
    [`/sync/server/${DATABASE}/_design/x`, 'a design document'],
    [`/sync/server/${DATABASE}/_local`, 'all local documents'],
    [`/sync/server/${DATABASE}/_local/`, 'all local documents'],
    [`/sync/server/${DATABASE}/_local%2F..%2Fx`, 'a way up below local'],
    [`/sync/server/${DATABASE}/a%2Fb`, 'a slash in an id'],
    [`/sync/server/${DATABASE}/a%5Cb`, 'a backslash in an id'],
    [`/sync/server/${DATABASE}/a%00b`, 'a zero in an id'],
    [`/sync/server/${DATABASE}/a%0d%0ab`, 'a line end in an id'],
    [`/sync/server/${DATABASE}/a%ZZ`, 'a broken encoding'],
    [`/sync/server/${DATABASE}/doc/attachment`, 'an attachment'],
    [`/sync/server//${DATABASE}`, 'an empty part'],
    [`/sync//${DATABASE}`, 'an empty peer'],
    [`/elsewhere/server/${DATABASE}`, 'another prefix'],
  ])('refuses %s (%s)', (path) => {
    expect(read(path)).toBeNull();
  });

  it('shares its prefix with the page, whose screens and sources are not databases', () => {
    for (const path of ['/sync/', '/sync/server', `/sync/server/${DATABASE}`, `/sync/here/${DATABASE}/_security`, '/sync/pc-abcdefghijklmn12/x']) {
      expect([path, isSyncPath(path)]).toEqual([path, true]);
    }
    for (const path of ['/sync', '/sync/SyncStatus.tsx', '/sync/stick', '/sync/neighbours', '/members', '/syncx/server']) {
      expect([path, isSyncPath(path)]).toEqual([path, false]);
    }
  });

  it('tells the peers of a database apart', () => {
    expect(read(`/sync/pc-abcdefghijklmn12/${DATABASE}`)).toEqual({ peer: 'pc-abcdefghijklmn12', database: DATABASE, keptFor: DATABASE, path: `/${DATABASE}`, isDatabaseInfo: true });
    expect(read(`/sync/here/${DATABASE}/_changes`)).toMatchObject({ peer: 'here', path: `/${DATABASE}/_changes` });
  });

  it.each(['DELETE', 'PATCH', 'COPY', 'TRACE'])('refuses %s', (method) => {
    expect(read(`/sync/server/${DATABASE}`, method)).toBeNull();
  });
});
