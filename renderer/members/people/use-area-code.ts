import { useLiveQuery } from '../../app/records.ts';

/** The chapter's area code, put before a phone of seven digits; empty when none was set (domain §6.5 step 5). */
export function useAreaCode(): string {
  const settings = useLiveQuery('office', { selector: { kind: 'settings' } })?.[0];
  return settings?.kind === 'settings' ? settings.areaCode : '';
}
