import { useWords } from '../app/language.tsx';

const REASONS = ['no-network', 'captive-portal', 'wrong-password', 'not-allowed', 'server-full', 'too-large', 'clock', 'this-pc-full', 'this-pc-trouble'] as const;

/** A problem's code as a part of a sentence; what passes by itself, and a code of a newer Convoca, are the line. */
export function useReason(): (code: string) => string {
  const t = useWords('headquarters');
  return (code) => t(`reason.${REASONS.find((one) => one === code) ?? 'other'}`);
}
