import Box from '@mui/material/Box';
import InputBase from '@mui/material/InputBase';
import { useId, useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react';
import type { Sheet } from '../../../shared/domain/sheet.ts';
import { useWords } from '../../app/language.tsx';
import { ChoiceList, choiceId } from './ChoiceList.tsx';
import { lineLabel, type LineNames } from './line-names.ts';
import { DecisionWord, PrintedBox } from './LineMark.tsx';
import { TickCells } from './TickCells.tsx';
import { shownPhone } from './shown-phone.ts';
import { CheckWord, LineNumber } from './TypingLine.tsx';
import type { TypingSession } from './typing-session.ts';
import type { Choice, TypingField, TypingState } from './typing-state.ts';

const BOX = { width: '100%', height: 40, px: 1, fontSize: '1rem', border: '1px solid', borderColor: 'text.secondary', borderRadius: '6px', bgcolor: 'background.paper', '&.Mui-focused': { borderColor: 'primary.main', boxShadow: (theme: { convoca: { teal: string } }) => `0 0 0 2px ${theme.convoca.teal}` }, '& input:focus-visible': { outline: 'none', boxShadow: 'none' }, '& input::placeholder': { color: 'text.primary', opacity: 1 } } as const;

/** The line under the cursor: the only one with fields. */
export function ActiveLine({
  session,
  state,
  names,
  areaCode,
  sheet,
}: {
  session: TypingSession;
  state: TypingState;
  names: LineNames;
  areaCode: string;
  sheet: Sheet;
}) {
  const t = useWords('typing');
  const listId = useId();
  const line = useRef<HTMLTableRowElement>(null);
  const { draft, field, tick, at, choices, highlight, typed } = state;
  const open = choices.length > 0;
  const phone = shownPhone(draft.phone, areaCode);
  const numbered = { line: lineLabel(draft.n, sheet) };
  const linked = draft.decision?.state === 'linked' ? draft.decision.person : undefined;
  const asPrinted = draft.printed !== undefined && !typed && (draft.decision === undefined || (linked !== undefined && names.isSame(linked, draft.printed)));

  useLayoutEffect(() => {
    const into = field === 'ticks' ? `[data-tick="${tick}"]` : `[data-field="${field}"]`;
    line.current?.querySelector<HTMLInputElement>(into)?.focus({ preventScroll: true });
    line.current?.scrollIntoView?.({ block: 'nearest' });
  }, [at, field, tick]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.metaKey) return;
    if (session.press({ key: event.key, ctrl: event.ctrlKey, shift: event.shiftKey, alt: event.altKey })) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const onFocus = (of: TypingField, place = 0) => (event: FocusEvent<HTMLInputElement>) => {
    session.point(at, of, place);
    if (of !== 'ticks') event.target.select();
  };
  const combobox = (of: 'name' | 'institution') => ({
    role: 'combobox',
    'aria-autocomplete': 'list' as const,
    'aria-expanded': open && field === of,
    'aria-controls': open && field === of ? listId : undefined,
    'aria-activedescendant': open && field === of && highlight >= 0 ? choiceId(listId, highlight) : undefined,
  });
  const markOf = (choice: Choice): string => {
    const other = field === 'name' ? names.otherLine(choice.id, draft.n) : undefined;
    return other === undefined ? '' : t(other.here ? 'mark.twiceHere' : 'mark.twice', { line: other.label, code: other.code });
  };
  const list = (of: TypingField, label: string) =>
    open && field === of ? <ChoiceList id={listId} label={label} choices={choices} highlight={highlight} markOf={markOf} onChoose={(index) => session.choose(index)} /> : null;
  const box = (of: 'name' | 'institution' | 'phone', value: string, more: object, placeholder = '') => (
    <InputBase
      value={value}
      placeholder={placeholder}
      onChange={(event) => session.type(of, event.target.value)}
      onFocus={onFocus(of)}
      inputProps={{ 'aria-label': t(`field.${of}`, numbered), autoComplete: 'off', autoCorrect: 'off', spellCheck: false, 'data-field': of, ...more }}
      sx={BOX}
    />
  );
  const nameShown = typed && field === 'name' ? draft.name : asPrinted ? '' : linked === undefined ? draft.name : names.person(linked);
  const placeholder = asPrinted && draft.printed !== undefined ? names.printed(draft.printed) : '';

  return (
    <Box component="tr" ref={line} data-line={draft.n} data-current onKeyDown={onKeyDown} sx={{ bgcolor: 'action.selected', scrollMarginTop: 48, scrollMarginBottom: 250 }}>
      <LineNumber row={draft} sheet={sheet} />
      <td>
        <Box sx={{ position: 'relative', display: 'flex', alignItems: 'center' }}>
          {asPrinted ? <PrintedBox came={linked !== undefined} /> : null}
          {box('name', nameShown, { ...combobox('name'), 'aria-label': asPrinted ? t('field.printed', { ...numbered, name: placeholder }) : t('field.name', numbered) }, placeholder)}
          {list('name', t('choices.people'))}
        </Box>
        {field === 'name' || draft.decision === undefined || asPrinted ? null : (
          <Box sx={{ px: 1, fontSize: '0.875rem' }}>
            <DecisionWord row={draft} names={names} />
          </Box>
        )}
      </td>
      <td>
        <Box sx={{ position: 'relative' }}>
          {box('institution', draft.institution === undefined ? draft.institutionText : names.institution(draft.institution), combobox('institution'))}
          {list('institution', t('choices.institutions'))}
        </Box>
      </td>
      <td className="figures">
        {box('phone', field === 'phone' ? draft.phone : phone.text, { inputMode: 'tel' })}
        {field !== 'phone' && phone.check ? <CheckWord /> : null}
      </td>
      <TickCells row={draft} label={numbered.line} current={field === 'ticks' ? tick : 0} onToggle={(place) => session.toggle(at, place)} onFocus={onFocus} />
    </Box>
  );
}
