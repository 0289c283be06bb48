import { useEffect } from 'react';
import { useHost } from './host.tsx';
import { useWords } from './language.tsx';
import { useNotices } from './notices.tsx';

/** Says in a sentence as soon as it happens that this page may no longer speak with its host. */
export function LockedOutNotice() {
  const t = useWords('errors');
  const { onLockedOut } = useHost();
  const { tell } = useNotices();
  useEffect(() => onLockedOut?.(() => tell('wrong', t('host.lockedOut'))), [onLockedOut, tell, t]);
  return null;
}
