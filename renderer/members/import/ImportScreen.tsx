import Box from '@mui/material/Box';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { Notice } from '../../ui/Notice.tsx';
import { MembersFrame } from '../MembersFrame.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ChooseStep } from './ChooseStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { useStartedImport } from './jobs.ts';
import type { OpenedList } from './list-file.ts';
import { PastImports } from './PastImports.tsx';
import { RunningStep } from './RunningStep.tsx';
import { SaveRefused } from './SaveRefused.tsx';
import { Steps, type Step } from './Steps.tsx';

/** Bringing in a list: choose the file, say what its columns hold, check, and bring it in; one step a screen. */
export function ImportScreen() {
  const t = useWords('users');
  // A list's notes are sealed for organizers, whose key a volunteer has not.
  if (useReadsOrganizers()) return <Importing />;
  return (
    <MembersFrame>
      <Notice>{t('people.onlyOrganizers')}</Notice>
    </MembersFrame>
  );
}

function Importing() {
  const { current, start, putAway } = useStartedImport();
  const [opened, setOpened] = useState<OpenedList | null>(null);
  const [checking, setChecking] = useState(false);
  const begin = (): void => {
    putAway();
    setOpened(null);
    setChecking(false);
  };
  const step: Step = current !== null ? 'import' : opened === null ? 'choose' : checking ? 'check' : 'columns';
  const stage = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // The button that was pressed is gone with its step: the cursor goes to what came instead.
    if (shown.current !== step) stage.current?.focus();
    shown.current = step;
  }, [step]);
  return (
    <MembersFrame>
      <Steps now={step} />
      <Box key={step} ref={stage} tabIndex={-1} sx={{ pb: 3, outline: 'none' }}>
        {current !== null ? (
          <RunningStep job={current.job} refused={current.problems.length} onAnother={begin} saveRefused={<SaveRefused problems={current.problems} headings={current.headings} />} />
        ) : opened === null ? (
          <ChooseStep
            onOpened={(list) => {
              setOpened(list);
              setChecking(false);
            }}
          />
        ) : checking ? (
          <CheckStep opened={opened} onImport={(plan, joined) => start(plan, joined, opened.list.headings)} onBack={() => setChecking(false)} />
        ) : (
          <ColumnsStep opened={opened} onChange={setOpened} onNext={() => setChecking(true)} onBack={() => setOpened(null)} />
        )}
      </Box>
      {step === 'choose' ? <PastImports /> : null}
    </MembersFrame>
  );
}
