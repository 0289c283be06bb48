import { useCallback } from 'react';
import type { ContactPoint } from '../../../shared/domain/person.ts';
import { displayPhone } from '../../../shared/words/phone.ts';
import { useWords } from '../../app/language.tsx';

/** A phone or e-mail in a line: "(919) 555-0123 · WhatsApp", with what must be known before calling. */
export function useContactWords(): (contact: ContactPoint) => string {
  const t = useWords('members');
  return useCallback(
    (contact: ContactPoint) => {
      const shown = contact.kind === 'phone' ? displayPhone(contact.value) : contact.value;
      const marks = [
        contact.label,
        contact.whatsapp === true ? t('contact.whatsapp') : undefined,
        contact.status === 'wrong' ? t('contact.wrongMark') : undefined,
      ].filter(Boolean);
      return marks.length === 0 ? shown : `${shown} (${marks.join(', ')})`;
    },
    [t],
  );
}
