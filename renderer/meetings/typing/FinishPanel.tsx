import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import type { Sheet } from '../../../shared/domain/sheet.ts';
import { useWords } from '../../app/language.tsx';
import { useSave } from '../../app/saving.ts';
import { PrimaryButton, QuietButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DoorCount } from '../DoorCount.tsx';
import { typePath } from '../paths.ts';

/** What comes after the last line: the page is done, the count at the door, the paper is destroyed, the next page. */
export function FinishPanel({
  sheet,
  meeting,
  present,
  finished,
  next,
  onFinish,
}: {
  sheet: Sheet;
  meeting: Meeting | null | undefined;
  /** People counted on all sheets of the meeting. */
  present: number;
  /** Grows each time the clerk pressed Enter after the last line. */
  finished: number;
  /** The next page of the meeting that waits to be typed. */
  next: Sheet | undefined;
  onFinish: () => Promise<void>;
}) {
  const t = useWords('typing');
  const save = useSave();
  const navigate = useNavigate();
  const button = useRef<HTMLButtonElement>(null);
  const thanks = useRef<HTMLDivElement>(null);
  const done = sheet.state === 'typed' || sheet.state === 'checked' || sheet.state === 'paper_destroyed';
  // After the last line the next thing to press has the cursor; never "destroyed", which one Enter too many would press.
  useEffect(() => {
    if (finished > 0) (button.current ?? thanks.current)?.focus();
  }, [finished, done]);
  const goOn = next === undefined ? null : (
    <QuietButton ref={button} onClick={() => void navigate(typePath(next.code))}>
      {t('finish.next', { code: next.code })}
    </QuietButton>
  );
  if (!done) {
    return (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 2 }}>
        <PrimaryButton ref={button} onClick={() => void onFinish()}>
          {t('finish.done')}
        </PrimaryButton>
        <Box sx={{ color: 'text.secondary' }}>{t('finish.hint')}</Box>
      </Box>
    );
  }
  const countDiffers = meeting !== null && meeting !== undefined && meeting.headcount !== present;
  return (
    <Box ref={thanks} tabIndex={-1} sx={{ display: 'grid', gap: 2, py: 2, maxWidth: 720 }}>
      <Notice kind="good" action={goOn}>
        {t('finish.isDone')}
      </Notice>
      {countDiffers ? <DoorCount meeting={meeting} hint={t('finish.door', { count: present })} /> : null}
      {sheet.state === 'paper_destroyed' ? (
        <Box>{t('finish.destroyed')}</Box>
      ) : (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <QuietButton
            onClick={() => void save.change('sheets', sheet.id, { state: 'paper_destroyed' }, { undoLabel: t('finish.undoDestroyed', { code: sheet.code }) })}
          >
            {t('finish.destroy')}
          </QuietButton>
          <Box sx={{ color: 'text.secondary' }}>{t('finish.destroyHint')}</Box>
        </Box>
      )}
    </Box>
  );
}
