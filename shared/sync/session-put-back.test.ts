import { expect, test } from 'vitest';
import { isSafeAt } from './status.ts';
import { LittleOffice, many } from './testing/little-office.ts';
import { LittlePeer, type Asked } from './testing/little-peer.ts';

test('a peer that is put back to an older copy in the midst of an exchange is not called safe by it', async () => {
  const peer = new LittlePeer();
  const [rosa, luis] = [new LittleOffice(peer), new LittleOffice(peer)];
  await rosa.write(...many(5, 'a'));
  await rosa.exchange();
  const copy = peer.moment;
  await luis.write(...many(8, 'b'));
  await luis.exchange();
  let isBack = false;
  peer.answerFault = async ({ path }, answer) => {
    if (!path.startsWith('/_bulk_get') || isBack) return answer;
    isBack = true;
    await rosa.write(...many(1, 'c'));
    await peer.restore(copy);
    return answer;
  };
  // What Luis wrote has just come from here, and is here no longer when the next round sends.
  await rosa.run(rosa.session.exchange('server', { once: true }));
  expect(isBack).toBe(true);
  expect(await rosa.ids()).toHaveLength(14);
  expect([isSafeAt(rosa.server), (await peer.ids()).length]).toEqual([true, 14]);
});

test('a peer that shows an older checkpoint after it was greeted is safe of nothing', async () => {
  const peer = new LittlePeer();
  const rosa = new LittleOffice(peer);
  await rosa.write(...many(5, 'a'));
  await rosa.exchange();
  const copy = peer.moment;
  await rosa.write(...many(5, 'b'));
  await rosa.exchange();
  let isBack = false;
  peer.answerFault = async ({ path }, answer) => {
    if (!path.startsWith('/_local') || isBack) return answer;
    isBack = true;
    await peer.restore(copy);
    return answer;
  };
  await rosa.run(rosa.session.exchange('server', { once: true }));
  expect(rosa.server).toMatchObject({ safeAt: null, problem: 'busy', setBack: { kind: 'restored' } });
  await rosa.exchange();
  expect([isSafeAt(rosa.server), (await peer.ids()).length]).toEqual([true, 10]);
});

test('a checkpoint whose answer was lost shows an older copy like any other', async () => {
  const peer = new LittlePeer();
  const rosa = new LittleOffice(peer);
  await rosa.write(...many(5, 'a'));
  await rosa.exchange();
  const copy = peer.moment;
  await rosa.write(...many(5, 'b'));
  let lost = 0;
  peer.answerFault = ({ method, path }, answer) => {
    if (method !== 'PUT' || !path.startsWith('/_local') || lost > 0) return answer;
    lost += 1;
    // What the peer says to the request that is made again: it has taken the first one.
    return Response.json({ error: 'conflict', reason: 'Document update conflict.' }, { status: 409 });
  };
  await rosa.exchange();
  expect([lost, isSafeAt(rosa.server)]).toEqual([1, true]);
  await peer.restore(copy);
  // Others were quicker: the restored copy is as long as the lost one was.
  const luis = new LittleOffice(peer);
  await luis.write(...many(20, 'c'));
  await luis.exchange();
  await rosa.exchange();
  expect(rosa.session.log.map(({ step }) => step)).toContain('restored');
  expect([isSafeAt(rosa.server), (await peer.ids()).length]).toEqual([true, 30]);
});

/** Puts the peer back to what it was at a moment as soon as it has answered such a request for the first time. */
function putBackAfter(peer: LittlePeer, which: (asked: Asked) => boolean, moment: () => number): () => number {
  let times = 0;
  peer.answerFault = async (asked, answer) => {
    if (times > 0 || !which(asked)) return answer;
    times += 1;
    await peer.restore(moment());
    return answer;
  };
  return () => times;
}

const isWrite = ({ path }: Asked): boolean => path === '/_bulk_docs';
const isQuestion = ({ path }: Asked): boolean => path === '/_revs_diff';

test.each([
  ['it has taken the records', 0, isWrite],
  ['it has said that it has them all', 10, isQuestion],
])('a peer that is put back between the checkpoints, once %s, is not called safe by the one that comes next', async (_when, arrived, which) => {
  const peer = new LittlePeer();
  const rosa = new LittleOffice(peer);
  await rosa.write(...many(10));
  // They arrive, and the answer does not: the next visit is told that nothing lacks.
  if (arrived > 0) peer.answerFault = (asked, answer) => (isWrite(asked) ? 'drop' : answer);
  if (arrived > 0) await rosa.run(rosa.session.exchange('server', { once: true }));
  expect(await peer.ids()).toHaveLength(arrived);
  // The copy has the checkpoint with which the first comparison began, and nothing else.
  const times = putBackAfter(peer, which, () => 1);
  await rosa.run(rosa.session.exchange('server', { once: true }));
  expect(rosa.server).toMatchObject({ safeAt: null, problem: 'busy', waiting: 10, setBack: { kind: 'restored' } });
  expect(rosa.shown.flatMap(({ peers }) => peers).some(isSafeAt)).toBe(false);
  await rosa.exchange();
  expect([times(), isSafeAt(rosa.server), rosa.server.denied, (await peer.ids()).length]).toEqual([1, true, [], 10]);
});

test('a checkpoint that nobody could ask about any more is not gone on from, over a restart', async () => {
  const peer = new LittlePeer();
  const before = new LittleOffice(peer);
  await before.write(...many(10));
  putBackAfter(peer, isWrite, () => 1);
  peer.fault = (asked) => (isQuestion(asked) && peer.asked.some(isWrite) ? 'drop' : null);
  await before.run(before.session.exchange('server', { once: true }));
  expect(before.server).toMatchObject({ safeAt: null, problem: 'no-network' });
  peer.fault = () => null;
  const after = new LittleOffice(peer, before.pouch);
  await after.exchange();
  expect([isSafeAt(after.server), (await peer.ids()).length]).toEqual([true, 10]);
});

test('what a peer lacks again and again although it takes it is listed as refused, and everything else is sent', async () => {
  const peer = new LittlePeer();
  const rosa = new LittleOffice(peer);
  await rosa.write(...many(10));
  peer.answerFault = async (asked, answer) => {
    const { 'person:p00003': missing } = isQuestion(asked) ? (JSON.parse(asked.body) as Record<string, string[] | undefined>) : {};
    return missing === undefined ? answer : Response.json({ ...((await answer.json()) as object), 'person:p00003': { missing } });
  };
  await rosa.exchange();
  expect(rosa.server).toMatchObject({ safeAt: null, denied: [{ id: 'person:p00003', reason: 'unknown' }], waiting: 1 });
  expect(await peer.ids()).toHaveLength(10);
  peer.answerFault = (_asked, answer) => answer;
  await rosa.run(rosa.session.verify());
  await rosa.exchange();
  expect([isSafeAt(rosa.server), rosa.server.denied]).toEqual([true, []]);
});

test('a record that was refused, went through and is gone with an older copy is not safe', async () => {
  const peer = new LittlePeer();
  const rosa = new LittleOffice(peer);
  await rosa.write(...many(3));
  peer.refuse = ({ _id }) => (_id === 'person:p00001' ? 'not-sealed: no' : null);
  await rosa.exchange();
  const copy = peer.moment;
  peer.refuse = () => null;
  peer.rules = '2';
  await rosa.exchange();
  expect([isSafeAt(rosa.server), (await peer.ids()).length]).toEqual([true, 3]);
  await peer.restore(copy);
  await rosa.exchange();
  expect(rosa.session.log.map(({ step }) => step)).toContain('restored');
  expect([isSafeAt(rosa.server), (await peer.ids()).length]).toEqual([true, 3]);
});

test('a peer that is put back while what it had refused is tried again is not called safe', async () => {
  const peer = new LittlePeer();
  const rosa = new LittleOffice(peer);
  await rosa.write(...many(3));
  peer.refuse = ({ _id }) => (_id === 'person:p00001' ? 'not-sealed: no' : null);
  await rosa.exchange();
  const copy = peer.moment;
  peer.refuse = () => null;
  peer.rules = '2';
  const times = putBackAfter(peer, isWrite, () => copy);
  await rosa.run(rosa.session.exchange('server', { once: true }));
  expect(rosa.shown.flatMap(({ peers }) => peers).some(isSafeAt)).toBe(false);
  await rosa.exchange();
  expect([times(), isSafeAt(rosa.server), (await peer.ids()).length]).toEqual([1, true, 3]);
});

test('what a comparison of everything repaired, and is gone with an older copy, is not safe', async () => {
  const peer = new LittlePeer();
  const rosa = new LittleOffice(peer);
  await rosa.write(...many(3));
  // A peer that has lost what it took and does not know it.
  peer.fault = (asked) => {
    if (isWrite(asked)) return Response.json([], { status: 201 });
    return isQuestion(asked) && peer.asked.some(isWrite) ? Response.json({}) : null;
  };
  await rosa.exchange();
  expect([isSafeAt(rosa.server), await peer.ids()]).toEqual([true, []]);
  peer.fault = () => null;
  await rosa.write('d');
  await rosa.exchange();
  const copy = peer.moment;
  await rosa.run(rosa.session.verify());
  expect(await peer.ids()).toHaveLength(4);
  await peer.restore(copy);
  await rosa.exchange();
  expect(rosa.session.log.map(({ step }) => step)).toContain('restored');
  expect([isSafeAt(rosa.server), (await peer.ids()).length]).toEqual([true, 4]);
});
