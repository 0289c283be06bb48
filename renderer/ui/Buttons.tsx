import Button, { type ButtonProps } from '@mui/material/Button';
import { forwardRef, type ReactNode } from 'react';

export interface ActionButtonProps extends Pick<ButtonProps, 'onClick' | 'disabled' | 'type' | 'startIcon' | 'autoFocus' | 'fullWidth' | 'id' | 'aria-describedby' | 'aria-keyshortcuts' | 'aria-label'> {
  readonly children: ReactNode;
}

/** The one filled button of a screen: what most people come here to do. A verb. */
export const PrimaryButton = forwardRef<HTMLButtonElement, ActionButtonProps>(function PrimaryButton(props, ref) {
  return <Button ref={ref} type="button" variant="contained" {...props} />;
});

/** Any other thing to do: an outlined button. */
export const QuietButton = forwardRef<HTMLButtonElement, ActionButtonProps>(function QuietButton(props, ref) {
  return <Button ref={ref} type="button" variant="outlined" {...props} />;
});

/** A thing to do inside a sentence or a row. */
export const TextButton = forwardRef<HTMLButtonElement, ActionButtonProps>(function TextButton(props, ref) {
  return <Button ref={ref} type="button" variant="text" {...props} />;
});
