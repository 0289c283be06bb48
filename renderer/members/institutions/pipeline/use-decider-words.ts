import { useCallback } from 'react';
import { DECIDERS } from '../../../../shared/domain/institution-changes.ts';
import { useWords } from '../../../app/language.tsx';

/** "Decided by the board", or whoever was written; empty for nobody. */
export function useDeciderWords(): (decidedBy: string | undefined) => string {
  const t = useWords('institutions');
  return useCallback(
    (decidedBy) => {
      if (decidedBy === undefined || decidedBy.trim() === '') return '';
      const known = DECIDERS.find((one) => one === decidedBy);
      return t('change.decided', { who: known === undefined ? decidedBy : t(`decider.${known}`) });
    },
    [t],
  );
}
