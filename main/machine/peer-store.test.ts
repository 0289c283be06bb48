import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../shared/store/sodium.ts';
import { sealPeer } from './peer-sealing.ts';
import { openPeerStore } from './peer-store.ts';

const DATABASE = 'chapter-abcdefgh12';
const PEER = { address: 'https://records.example.org/couch/', account: 'office-1', label: 'Sede', password: 'a long secret' };
const KEY = 'A'.repeat(43);

const folders: string[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'peers-'));
  folders.push(folder);
});
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

describe('peers', () => {
  it('keeps a peer for this computer account only, and gives the page all but the password', async () => {
    const peers = await openPeerStore(folder);
    expect(await peers.info(DATABASE)).toBeNull();
    await peers.set(DATABASE, PEER);
    const again = await openPeerStore(folder);
    expect(await again.info(DATABASE)).toEqual({ id: 'server', kind: 'server', address: 'https://records.example.org/couch', account: 'office-1', label: 'Sede' });
    expect((await again.credentials(DATABASE))?.password).toBe('a long secret');
    expect(statSync(join(folder, 'peers', `${DATABASE}.json`)).mode & 0o777).toBe(0o600);
    await again.forget(DATABASE);
    expect(await peers.info(DATABASE)).toBeNull();
  });

  it.each([
    ['file:///etc/passwd'],
    ['javascript:alert(1)'],
    ['https://user:pass@records.example.org'],
    ['https://records.example.org/?x=1'],
    ['https://records.example.org/#x'],
    ['records.example.org'],
    [''],
  ])('refuses %j as a server', async (address) => {
    const peers = await openPeerStore(folder);
    await expect(peers.set(DATABASE, { ...PEER, address })).rejects.toThrow();
    expect(await peers.info(DATABASE)).toBeNull();
  });

  it('refuses an account that Basic sign-in cannot carry, and a database that is none', async () => {
    const peers = await openPeerStore(folder);
    await expect(peers.set(DATABASE, { ...PEER, account: 'a:b' })).rejects.toThrow();
    await expect(peers.set(DATABASE, { ...PEER, account: 'a\r\nb' })).rejects.toThrow();
    await expect(peers.set('../x', PEER)).rejects.toThrow();
  });
});

describe('several peers of a chapter', () => {
  const NEIGHBOUR = { id: 'pc-abcdefghijklmn12', kind: 'neighbour' as const, address: 'http://192.168.1.20:5986', account: 'pc-1', label: 'Rosa', password: 'x' };

  it('reads what was kept when there was one peer only as the server', async () => {
    const peers = await openPeerStore(folder);
    writeFileSync(join(folder, 'peers', `${DATABASE}.json`), JSON.stringify(PEER));
    const server = { id: 'server', kind: 'server', address: 'https://records.example.org/couch', account: 'office-1', label: 'Sede' };
    expect(await peers.info(DATABASE)).toEqual(server);
    expect(await peers.list(DATABASE)).toEqual([server]);
    expect((await peers.credentials(DATABASE, 'server'))?.password).toBe('a long secret');
  });

  it('keeps neighbours beside it, each in a file of this account only, the server first', async () => {
    const peers = await openPeerStore(folder);
    const second = { ...NEIGHBOUR, id: 'pc-0000000000000000' };
    for (const peer of [NEIGHBOUR, PEER, second]) await peers.set(DATABASE, peer);
    expect((await peers.list(DATABASE)).map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'server server',
      'neighbour pc-0000000000000000',
      'neighbour pc-abcdefghijklmn12',
    ]);
    expect(statSync(join(folder, 'peers', DATABASE, `${NEIGHBOUR.id}.json`)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'peers', DATABASE)).mode & 0o777).toBe(0o700);
    await peers.forget(DATABASE, NEIGHBOUR.id);
    await peers.forget(DATABASE);
    expect((await peers.list(DATABASE)).map(({ id }) => id)).toEqual([second.id]);
  });

  it('gives the peer of no other chapter, of no other file and of no other id', async () => {
    const peers = await openPeerStore(folder);
    await peers.set(DATABASE, NEIGHBOUR);
    expect(await peers.credentials('chapter-zzzzzzzz99', NEIGHBOUR.id)).toBeNull();
    expect(await peers.list('chapter-zzzzzzzz99')).toEqual([]);
    for (const id of ['here', '../x', `../${DATABASE}/${NEIGHBOUR.id}`, 'pc-abcdefghijklmn12.json', '']) {
      expect(await peers.credentials(DATABASE, id)).toBeNull();
    }
    writeFileSync(join(folder, 'peers', DATABASE, 'pc-bbbbbbbbbbbbbbbb.json'), JSON.stringify(NEIGHBOUR));
    expect(await peers.credentials(DATABASE, 'pc-bbbbbbbbbbbbbbbb')).toBeNull();
    for (const id of ['here', '../x', 'pc-short']) await expect(peers.set(DATABASE, { ...NEIGHBOUR, id })).rejects.toThrow();
    await expect(peers.set(DATABASE, { ...NEIGHBOUR, kind: 'server' })).rejects.toThrow();
    for (const id of ['here', '../x']) await expect(peers.forget(DATABASE, id)).rejects.toThrow();
  });

  it('goes on with the others when one file is spoiled, and takes it for none', async () => {
    const peers = await openPeerStore(folder);
    await peers.set(DATABASE, PEER);
    await peers.set(DATABASE, NEIGHBOUR);
    writeFileSync(join(folder, 'peers', DATABASE, `${NEIGHBOUR.id}.json`), '{"id":');
    expect((await peers.list(DATABASE)).map(({ id }) => id)).toEqual(['server']);
    writeFileSync(join(folder, 'peers', `${DATABASE}.json`), '[]');
    expect(await peers.info(DATABASE)).toBeNull();
  });

  it('puts into an invitation the server alone, and takes nothing else for one', async () => {
    const peers = await openPeerStore(folder);
    await peers.set(DATABASE, NEIGHBOUR);
    await expect(peers.seal(DATABASE, KEY)).rejects.toThrow('No server');
    const sealed = await sealPeer(JSON.stringify(NEIGHBOUR), DATABASE, KEY);
    expect(await peers.accept(DATABASE, sealed, KEY)).toMatchObject({ id: 'server', kind: 'server' });
  });
});

describe('a sealed peer', () => {
  it('goes to another PC under the invitation key, password included', async () => {
    const here = await openPeerStore(folder);
    await here.set(DATABASE, PEER);
    const sealed = await here.seal(DATABASE, KEY);
    expect(sealed).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(await here.seal(DATABASE, KEY)).not.toBe(sealed);

    const other = mkdtempSync(join(tmpdir(), 'peers-'));
    folders.push(other);
    const there = await openPeerStore(other);
    expect(await there.accept(DATABASE, sealed, KEY)).toEqual({
      id: 'server',
      kind: 'server',
      address: 'https://records.example.org/couch',
      account: 'office-1',
      label: 'Sede',
    });
    expect(await there.credentials(DATABASE)).toEqual(await here.credentials(DATABASE));
    expect(readFileSync(join(other, 'peers', `${DATABASE}.json`), 'utf8')).toContain('a long secret');
  });

  it('does not open with another key, for another chapter, or with one bit changed', async () => {
    const peers = await openPeerStore(folder);
    await peers.set(DATABASE, PEER);
    const sealed = await peers.seal(DATABASE, KEY);
    const bytes = fromBase64(sealed);
    bytes[bytes.length - 1]! ^= 1;
    await expect(peers.accept(DATABASE, sealed, 'B'.repeat(42) + 'A')).rejects.toThrow();
    await expect(peers.accept('chapter-zzzzzzzz99', sealed, KEY)).rejects.toThrow();
    await expect(peers.accept(DATABASE, toBase64(bytes), KEY)).rejects.toThrow();
    await expect(peers.accept(DATABASE, 'short', KEY)).rejects.toThrow();
    expect(await peers.info('chapter-zzzzzzzz99')).toBeNull();
  });

  it('is not made when there is no peer', async () => {
    await expect((await openPeerStore(folder)).seal(DATABASE, KEY)).rejects.toThrow('No server');
  });
});
