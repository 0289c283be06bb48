import { useCallback } from 'react';
import { codeLabel } from '../../../shared/domain/codes.ts';
import type { StatusChange } from '../../../shared/domain/institution-changes.ts';
import { useLanguage, useWords } from '../../app/language.tsx';

/** The words for a state; of an inquiry, whether it was about joining or only to learn more (domain §1.2 B11). */
export function useStatusWords(): (status: string | undefined, change?: Pick<StatusChange, 'inquiry'>) => string {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  return useCallback(
    (status, change) => (status === 'inquiry' && change?.inquiry !== undefined ? t(`inquiry.stands.${change.inquiry}`) : codeLabel('institution_status', status, lang)),
    [t, lang],
  );
}
