import { useMemo } from 'react';
import type { OfficeRecord } from '../../shared/domain/office.ts';
import { useChapter } from '../app/chapter.tsx';
import { useWords } from '../app/language.tsx';
import { useLiveQuery } from '../app/records.ts';

/** The name of who wrote, by user id; else the computer's, by the beginning of its record id as in a dot. */
export type Who = (user: string | undefined, device?: string) => string;

/** Finds names among the chapter's users and computers. A user nobody knows by name is "someone on another computer". */
export function whoFrom(office: readonly OfficeRecord[], me: { readonly id: string; readonly name: string }, words: { elsewhere: string; computer: (name: string) => string }): Who {
  const users = new Map(office.flatMap((record) => (record.kind === 'user' && record.name !== '' ? [[record.id, record.name] as const] : [])));
  const devices = office.flatMap((record) => (record.kind === 'device' && record.name !== '' ? [record] : []));
  return (user, device) => {
    if (user !== undefined && user !== '') {
      const name = users.get(user) ?? (user === me.id ? me.name : undefined);
      if (name !== undefined) return name;
    }
    const token = device?.replace(/~.*$/, '') ?? '';
    const computer = token === '' ? undefined : devices.find(({ id }) => id.startsWith(`device:${token}`));
    return computer ? words.computer(computer.name) : words.elsewhere;
  };
}

/** {@link whoFrom} over this chapter, live. */
export function useWho(): Who {
  const t = useWords('history');
  const { user } = useChapter();
  const office = useLiveQuery('office', { selector: { kind: { $in: ['user', 'device'] } } }, 'with-bin');
  return useMemo(
    () => whoFrom(office ?? [], user, { elsewhere: t('who.elsewhere'), computer: (computer) => t('who.computer', { computer }) }),
    [office, user, t],
  );
}
