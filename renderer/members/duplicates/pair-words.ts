import { useCallback } from 'react';
import type { LikelyPair } from '../../../shared/names/possible-duplicates.ts';
import { useWords } from '../../app/language.tsx';

/** Why two people may be one, in words: how sure it is, and each reason. */
export function usePairWords(): { readonly band: (pair: LikelyPair) => string; readonly reasons: (pair: LikelyPair) => string[] } {
  const t = useWords(['import', 'merging']);
  const band = useCallback((pair: LikelyPair) => t(`import:band.${pair.band}`), [t]);
  const reasons = useCallback((pair: LikelyPair) => pair.reasons.map((reason) => (reason === 'import' ? t('merging:reason.import') : t(`import:match.${reason}`))), [t]);
  return { band, reasons };
}
