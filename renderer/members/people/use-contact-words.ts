import { useCallback } from 'react';
import type { ContactPoint } from '../../../shared/domain/person.ts';
import { displayPhone } from '../../../shared/words/phone.ts';
import { useWords } from '../../app/language.tsx';

/** A phone or e-mail in a line: "(919) 555-0123 · WhatsApp", with what must be known before calling. */
export function useContactWords(): (contact: ContactPoint) => string {
  const t = useWords(['members', 'person']);
  return useCallback(
    (contact: ContactPoint) => {
      const shown = contact.kind === 'phone' ? displayPhone(contact.value) : contact.value;
      const marks = [
        contact.label,
        contact.whatsapp === true ? t('members:contact.whatsapp') : undefined,
        contact.status === 'wrong' ? t('members:contact.wrongMark') : undefined,
        contact.doNotCall === true ? t('person:contact.doNotCallMark') : undefined,
        contact.ofGuardian === true ? t('person:contact.guardianMark') : undefined,
        contact.bestTime,
      ].filter(Boolean);
      return marks.length === 0 ? shown : `${shown} (${marks.join(', ')})`;
    },
    [t],
  );
}
