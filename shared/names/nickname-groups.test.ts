import { expect, test } from 'vitest';
import { builtInNicknames, groupsInUse, listedNicknames, pairOf, withNicknameOff, withOwnNickname } from './nickname-groups.ts';
import { fold } from './normalize.ts';

const NOTHING = { ownNicknames: [], nicknamesOff: [] };

test('every name of the built-in table stands in one group, and no pair stands twice, so that switching one off is sure', () => {
  const names = builtInNicknames.map((group) => fold(group.names[0] ?? ''));
  const pairs = builtInNicknames.flatMap((group) => group.names.flatMap((name) => group.shorts.map((short) => pairOf(name, short))));
  expect([names.length - new Set(names).size, pairs.length - new Set(pairs).size]).toEqual([0, 0]);
  expect(builtInNicknames.flatMap(({ names: all, shorts }) => shorts.filter((short) => all.includes(short)))).toEqual([]);
});

test('a pair that was switched off is not used and stays in the list; switched on again it is as before', () => {
  const jose = listedNicknames(NOTHING).find(({ key }) => key === 'jose');
  const nicknamesOff = withNicknameOff(['maria mari'], jose ?? { names: [] }, 'pepe', true);
  expect(nicknamesOff).toEqual(['maria mari', 'jose pepe']);
  const now = { ownNicknames: [], nicknamesOff };
  expect(groupsInUse(now).find(({ names }) => names.includes('joseph'))?.shorts).not.toContain('pepe');
  expect(listedNicknames(now).find(({ key }) => key === 'jose')?.shorts).toContainEqual({ short: 'pepe', isOff: true });
  expect(withNicknameOff(nicknamesOff, jose ?? { names: [] }, 'pepe', false)).toEqual(['maria mari']);
});

test('a pair of the chapter stands with its name, or as a name of its own, in the order of the names', () => {
  const own = withOwnNickname(withOwnNickname(undefined, 'Jose', 'Cheché'), ' Abundio ', 'Bundo');
  expect(own.map(({ key }) => key)).toEqual(['jose cheche', 'abundio bundo']);
  const listed = listedNicknames({ ownNicknames: own, nicknamesOff: [] });
  expect(listed.find(({ key }) => key === 'jose')?.shorts.at(-1)).toEqual({ short: 'Cheché', isOff: false, own: 'jose cheche' });
  expect(listed.slice(0, 2).map(({ key }) => key)).toEqual(['abraham', 'abundio']);
  expect(withOwnNickname(own, 'JOSÉ', 'cheche')).toHaveLength(2);
});
