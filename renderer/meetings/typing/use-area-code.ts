import { useLiveQuery } from '../../app/records.ts';

/** The chapter's area code, put before a phone of seven digits; undefined while it is read, empty when none is set. */
export function useAreaCode(): string | undefined {
  const found = useLiveQuery('office', { selector: { kind: 'settings' } });
  const settings = found?.[0];
  if (found === undefined) return undefined;
  return settings?.kind === 'settings' ? settings.areaCode : '';
}
