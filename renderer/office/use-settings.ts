import type { Settings } from '../../shared/domain/office.ts';
import { useLiveQuery } from '../app/records.ts';

/** The chapter's settings, or undefined while they are read or before a joined PC has them. */
export function useSettings(): Settings | undefined {
  const found = useLiveQuery('office', { selector: { kind: 'settings' } });
  return found?.find((record) => record.kind === 'settings');
}
