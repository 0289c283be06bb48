import { describe, expect, it } from 'vitest';
import { isSyncPath, readSyncPath } from './sync-path.ts';
import { DATABASE } from './testing.ts';

const read = (path: string, method = 'GET') => readSyncPath(method, new URL(path, 'http://127.0.0.1:4747'));
const pathOf = (path: string, method = 'GET') => read(path, method)?.path ?? null;

describe('readSyncPath', () => {
  it('lets through what replication asks for', () => {
    expect(read(`/sync/${DATABASE}`)).toEqual({ database: DATABASE, path: `/${DATABASE}`, isDatabaseInfo: true });
    expect(pathOf(`/sync/${DATABASE}/`)).toBe(`/${DATABASE}`);
    expect(pathOf(`/sync/${DATABASE}/_changes?since=3&feed=longpoll`)).toBe(`/${DATABASE}/_changes?since=3&feed=longpoll`);
    expect(pathOf(`/sync/${DATABASE}/_bulk_docs`, 'POST')).toBe(`/${DATABASE}/_bulk_docs`);
    expect(pathOf(`/sync/${DATABASE}`, 'PUT')).toBe(`/${DATABASE}`);
    expect(pathOf('/sync/network/_all_docs')).toBe('/network/_all_docs');
  });

  it('takes document ids as PouchDB writes them', () => {
    expect(pathOf(`/sync/${DATABASE}/person%3Aabc?revs=true`)).toBe(`/${DATABASE}/person%3Aabc?revs=true`);
    expect(pathOf(`/sync/${DATABASE}/person:abc`)).toBe(`/${DATABASE}/person%3Aabc`);
    expect(pathOf(`/sync/${DATABASE}/_local%2Fx.Y_z%3D%3D`, 'PUT')).toBe(`/${DATABASE}/_local/x.Y_z%3D%3D`);
    expect(pathOf(`/sync/${DATABASE}/_local/xyz`, 'PUT')).toBe(`/${DATABASE}/_local/xyz`);
  });

  it.each([
    ['/sync/', 'the server itself'],
    ['/sync/_users', 'a server database'],
    ['/sync/other', 'another database'],
    ['/sync/chapter-ABCDEFGH', 'a name that is no chapter'],
    [`/sync/${DATABASE}/../_users/_all_docs`, 'a way up'],
    [`/sync/${DATABASE}/%2e%2e/_users`, 'an encoded way up'],
    [`/sync/${DATABASE}/%2e%2e%2f_users`, 'a way up with encoded slash'],
    [`/sync/${DATABASE}/..%2f..%2f_config`, 'two ways up'],
    [`/sync/${DATABASE}%2f_security`, 'a slash in the database'],
    [`/sync/${DATABASE}/_security`, 'a server endpoint'],
    [`/sync/${DATABASE}/_design%2Fx`, 'a design document'],
    [`/sync/${DATABASE}/_design/x`, 'a design document'],
    [`/sync/${DATABASE}/_local`, 'all local documents'],
    [`/sync/${DATABASE}/_local/`, 'all local documents'],
    [`/sync/${DATABASE}/_local%2F..%2Fx`, 'a way up below local'],
    [`/sync/${DATABASE}/a%2Fb`, 'a slash in an id'],
    [`/sync/${DATABASE}/a%5Cb`, 'a backslash in an id'],
    [`/sync/${DATABASE}/a%00b`, 'a zero in an id'],
    [`/sync/${DATABASE}/a%0d%0ab`, 'a line end in an id'],
    [`/sync/${DATABASE}/a%ZZ`, 'a broken encoding'],
    [`/sync/${DATABASE}/doc/attachment`, 'an attachment'],
    [`/sync//${DATABASE}`, 'an empty part'],
    [`/elsewhere/${DATABASE}`, 'another prefix'],
  ])('refuses %s (%s)', (path) => {
    expect(read(path)).toBeNull();
  });

  it('shares its prefix with the page, whose screens and sources are not databases', () => {
    for (const path of ['/sync/', `/sync/${DATABASE}`, `/sync/${DATABASE}/_security`, '/sync/network/x']) {
      expect([path, isSyncPath(path)]).toEqual([path, true]);
    }
    for (const path of ['/sync', '/sync/SyncStatus.tsx', '/sync/stick', '/members', '/syncx/network']) {
      expect([path, isSyncPath(path)]).toEqual([path, false]);
    }
  });

  it.each(['DELETE', 'PATCH', 'COPY', 'TRACE'])('refuses %s', (method) => {
    expect(read(`/sync/${DATABASE}`, method)).toBeNull();
  });
});
