import Box from '@mui/material/Box';
import { useRef, useState } from 'react';
import { riskyPieces, withoutRisky } from '../../shared/words/careful-words.ts';
import { useHeldTexts } from '../app/held-texts.ts';
import { useWords } from '../app/language.tsx';
import { QuietButton } from './Buttons.tsx';
import { DraftTextField } from './DraftTextField.tsx';
import { Notice } from './Notice.tsx';
import type { SavedTextFieldProps } from './SavedTextField.tsx';
import { useDraft } from './use-draft.ts';

export interface CarefulTextFieldProps extends SavedTextFieldProps {
  /** The record's id and the field's name with a slash between; under it an undecided text waits when the field is left. */
  readonly heldAs?: string;
  /** For words with commas between them: of them only the risky one goes. */
  readonly isList?: boolean;
  /** A hint that goes with what is typed, such as how many letters are left. */
  readonly hintFor?: (typed: string) => string;
}

/**
 * A free text about a person (domain §5.2). Words that could put someone at risk are written only after somebody says
 * that they are about a law or a campaign; until then the text stays in the field and waits there also while other pages
 * are open. Only at locking, where nothing may stay readable, the careful way is taken: the other sentences are
 * written, the risky ones are forgotten.
 */
export function CarefulTextField({ label, hint, hintFor, error, value, onSave, heldAs, isList = false, sentenceOf, ...options }: CarefulTextFieldProps) {
  const t = useWords('person');
  const held = useHeldTexts();
  const kept = value ?? '';
  const [asked, setAsked] = useState<string | undefined>(() => held.get(heldAs));
  const allowed = useRef<readonly string[]>([]);
  const known = (): readonly string[] => [...riskyPieces(kept, { isList }), ...allowed.current];
  const mayStay = (text: string): boolean => {
    const before = known();
    return riskyPieces(text, { isList }).every((piece) => before.includes(piece));
  };
  const ask = (text: string): void => {
    held.hold(heldAs, text);
    setAsked(text);
  };
  const decided = (): void => {
    held.release(heldAs);
    setAsked(undefined);
  };
  const draft = useDraft(kept, (text) => {
    if (mayStay(text)) return onSave(text);
    // Written without an answer only when the field goes away: what can be written is, the rest waits.
    ask(text);
    const careful = withoutRisky(text, { kept: known(), isList });
    return careful === kept ? Promise.resolve() : onSave(careful);
  });
  const leave = (): void => {
    if (asked !== undefined) return;
    if (draft.state === 'kept' || mayStay(draft.value)) void draft.save();
    else ask(draft.value);
  };
  const remove = (text: string): void => {
    decided();
    void draft.setAndSave(withoutRisky(text, { kept: known(), isList }));
  };
  const keep = (text: string): void => {
    allowed.current = [...allowed.current, ...riskyPieces(text, { isList })];
    decided();
    void draft.setAndSave(text);
  };
  return (
    <Box sx={{ minWidth: 0 }}>
      <DraftTextField
        label={label}
        hint={hintFor?.(asked ?? draft.value) ?? hint}
        error={error}
        sentenceOf={sentenceOf}
        draft={draft}
        value={asked ?? draft.value}
        onType={(text) => {
          decided();
          draft.set(text);
        }}
        onLeave={leave}
        onRestore={() => {
          decided();
          draft.restore();
        }}
        canRestore={asked !== undefined || draft.state !== 'kept'}
        status={asked === undefined ? undefined : null}
        options={options}
      />
      {asked === undefined ? null : (
        <Box sx={{ mt: 1 }}>
          <Notice kind="careful">
            {t('careful.question')}
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
              <QuietButton onClick={() => remove(asked)} autoFocus>
                {t('careful.remove')}
              </QuietButton>
              <QuietButton onClick={() => keep(asked)}>{t('careful.keep')}</QuietButton>
            </Box>
          </Notice>
        </Box>
      )}
    </Box>
  );
}
