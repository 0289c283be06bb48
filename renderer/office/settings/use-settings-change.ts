import { useCallback } from 'react';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Change } from '../../../shared/store/chapter-types.ts';
import { useWords } from '../../app/language.tsx';
import { useChangeOffice } from '../../app/office-records.ts';
import { useAccess } from '../../app/user-access.ts';

/** Writes one setting, called by the words over its field. Resolves when it is durable; rejects with a StoreProblem. */
export type ChangeSetting = (field: string, patch: Change<Settings>) => Promise<unknown>;

/** The way to write settings; each is a step that can be taken back. */
export function useSettingsChange(settings: Settings): ChangeSetting {
  const t = useWords('office');
  const change = useChangeOffice(settings);
  return useCallback((field, patch) => change(patch, t('undo.changed', { field })), [change, t]);
}

/** True for those who may change settings: administrators, and everyone where a chapter has no roles to ask. */
export function useChangesSettings(): boolean {
  const { access, manages } = useAccess();
  return manages || access === null;
}
