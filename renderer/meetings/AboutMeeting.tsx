import { useState } from 'react';
import { codeLabel } from '../../shared/domain/codes.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { meetingWhen } from './meeting-words.ts';
import { MeetingForm } from './MeetingForm.tsx';

/** The fields of a meeting; closed, what is known of it in one line, so that whom we expect is not pushed off the screen. */
export function AboutMeeting({ meeting, open: first }: { meeting: Meeting; open: boolean }) {
  const t = useWords('meetings');
  const { lang } = useLanguage();
  const [open, setOpen] = useState(first);
  const place = meeting.privateHome === true ? t('sentence.home') : (meeting.placeName ?? '');
  const known = [codeLabel('meeting_type', meeting.kind, lang), meetingWhen(meeting, lang), place].filter((text) => text !== '');
  return (
    <Disclosure level="h2" title={t('form.about')} summary={known.join(' · ')} open={open} onToggle={() => setOpen(!open)}>
      <MeetingForm meeting={meeting} />
    </Disclosure>
  );
}
