import { useMemo } from 'react';
import { effectiveSettings, type EffectiveSettings, type Settings } from '../../shared/domain/settings.ts';
import { useLiveQuery } from '../app/records.ts';

/** The chapter's settings, or undefined while they are read or before a joined PC has them. */
export function useSettings(): Settings | undefined {
  const found = useLiveQuery('office', { selector: { kind: 'settings' } });
  return found?.find((record) => record.kind === 'settings');
}

/** The settings as they hold, with the usual values where nobody chose; undefined while they are read. */
export function useEffectiveSettings(): EffectiveSettings | undefined {
  const record = useSettings();
  return useMemo(() => record && effectiveSettings(record), [record]);
}
