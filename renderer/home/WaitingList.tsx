import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { ListExport } from '../../shared/domain/list-export.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { meetingTitle, meetingWhen } from '../meetings/meeting-words.ts';
import { DUPLICATES } from '../members/paths.ts';
import { meetingPath, sheetPath, TYPE, typePath } from '../meetings/paths.ts';
import type { TypingPlace } from '../meetings/typing/typing-place.ts';
import { ListToDelete } from './ListsToDelete.tsx';
import type { Waiting } from './waiting.ts';

function pathOf({ kind, code, meeting }: Waiting): string {
  if (kind === 'print') return sheetPath(meeting.id);
  if (code !== undefined) return typePath(code);
  return kind === 'type' ? TYPE : meetingPath(meeting.id);
}

/** One thing that waits, as a sentence that is a button (look.md). */
function WaitingButton({ count, sentence, detail, verb, onClick }: { count?: number; sentence: string; detail: string; verb: string; onClick: () => void }) {
  return (
    <ButtonBase
      onClick={onClick}
      sx={{ display: 'flex', alignItems: 'center', gap: 1.5, width: '100%', minHeight: 68, px: 2, py: 1, textAlign: 'left', font: 'inherit', bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, '&:hover': { bgcolor: 'action.hover' } }}
    >
      <Box
        component="span"
        aria-hidden
        className="figures"
        sx={{ width: 32, height: 32, borderRadius: '50%', display: 'grid', placeItems: 'center', flexShrink: 0, fontWeight: 700, color: 'secondary.main', bgcolor: (theme) => theme.convoca.waitingTint }}
      >
        {count ?? '›'}
      </Box>
      <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {sentence}
        <Box component="span" sx={{ display: 'block', fontSize: '0.9375rem', lineHeight: '20px', color: 'text.secondary' }}>
          {detail}
        </Box>
      </Box>
      <Box component="span" sx={{ color: 'primary.main', flexShrink: 0 }}>
        {verb} ›
      </Box>
    </ButtonBase>
  );
}

/** "Waiting for you": sheets to type, lines to decide, sheets to print, files with lists to delete, people who may be entered twice. */
export function WaitingList({
  waiting,
  place,
  toDelete,
  pairs,
  onGo,
}: {
  waiting: readonly Waiting[];
  place: TypingPlace | null;
  toDelete: readonly ListExport[];
  /** How many pairs of people may be entered twice. */
  pairs: number;
  onGo: (path: string) => void;
}) {
  const t = useWords(['home', 'merging']);
  const { lang } = useLanguage();
  if (waiting.length === 0 && place === null && toDelete.length === 0 && pairs === 0) return <Box sx={{ color: 'text.secondary', py: 1 }}>{t('waiting.nothing')}</Box>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {place === null ? null : (
        <li>
          <WaitingButton sentence={t('waiting.goOn', { code: place.code })} detail={t('waiting.goOnLine', { line: place.line })} verb={t('waiting.verb.goOn')} onClick={() => onGo(typePath(place.code))} />
        </li>
      )}
      {waiting.map((one) => (
        <li key={`${one.kind} ${one.meeting.id}`}>
          <WaitingButton
            count={one.count}
            sentence={t(`waiting.${one.kind}`, { count: one.count, meeting: meetingTitle(one.meeting, lang) || t('next.untitled') })}
            detail={meetingWhen(one.meeting, lang)}
            verb={t(`waiting.verb.${one.kind}`)}
            onClick={() => onGo(pathOf(one))}
          />
        </li>
      ))}
      {toDelete.map((list) => (
        <li key={list.id}>
          <ListToDelete list={list} />
        </li>
      ))}
      {pairs === 0 ? null : (
        <li>
          <WaitingButton count={pairs} sentence={t('merging:home.sentence', { count: pairs })} detail={t('merging:home.detail')} verb={t('merging:home.verb')} onClick={() => onGo(DUPLICATES)} />
        </li>
      )}
    </Box>
  );
}
