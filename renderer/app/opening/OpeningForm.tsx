import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, useRef, type FormEvent, type ReactNode } from 'react';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useOpeningSentence, type OpeningAction } from './use-opening-action.ts';

/** A form that opens a chapter: fields, what went wrong, one filled button. The cursor goes to the first wrong field. */
export function OpeningForm({
  action,
  verb,
  workingVerb,
  onSubmit,
  problemAction,
  children,
}: {
  action: OpeningAction;
  verb: string;
  workingVerb: string;
  /** Checks and opens; false when a field is wrong. */
  onSubmit: () => boolean;
  /** A button beside the sentence of what went wrong. */
  problemAction?: ReactNode;
  children: ReactNode;
}) {
  const sentence = useOpeningSentence();
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (action.working || onSubmit()) return;
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <Box component="form" ref={form} noValidate onSubmit={submit} sx={{ display: 'grid', gap: 3 }}>
      {children}
      {action.problem === null ? null : (
        <Notice kind="wrong" action={problemAction}>
          {sentence(action.problem)}
        </Notice>
      )}
      <Box>
        <PrimaryButton type="submit" disabled={action.working}>
          {action.working ? workingVerb : verb}
        </PrimaryButton>
      </Box>
    </Box>
  );
}

/** Fields that belong together, under a heading. */
export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Box role="group" aria-labelledby={id} sx={{ borderTop: 1, borderColor: 'divider', pt: 2, display: 'grid', gap: 2 }}>
      <Typography id={id} component="h2" variant="h2">
        {title}
      </Typography>
      {children}
    </Box>
  );
}
