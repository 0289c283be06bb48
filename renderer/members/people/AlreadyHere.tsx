import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import { displayName } from '../../../shared/names/name-parts.ts';
import { useWords } from '../../app/language.tsx';
import { DoNotContact } from './DoNotContact.tsx';
import { useEntryLine } from './use-entry-line.ts';

/** People with a name like the one being typed; the keys 1–4 open one. Nothing is blocked (domain §6.4 step 6). */
export function AlreadyHere({ candidates, onOpen }: { candidates: readonly DirectoryEntry[]; onOpen: (id: string) => void }) {
  const t = useWords('members');
  const line = useEntryLine();
  if (candidates.length === 0) return null;
  return (
    <Box role="group" aria-label={t('alreadyHere.label')} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', overflow: 'hidden' }}>
      <Typography variant="body2" sx={{ color: 'text.secondary', px: 1.5, pt: 1, pb: 0.5 }}>
        {t('alreadyHere.question', { count: candidates.length })}
      </Typography>
      {candidates.map((entry, at) => (
        <ButtonBase
          key={entry.id}
          tabIndex={-1}
          // The name field keeps the cursor, so that opening somebody does not first write what is typed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onOpen(entry.id)}
          aria-keyshortcuts={String(at + 1)}
          sx={{ typography: 'body1', width: '100%', minHeight: 44, px: 1.5, gap: 1.5, justifyContent: 'flex-start', textAlign: 'left', borderTop: 1, borderColor: 'divider', '&:hover': { bgcolor: 'action.hover' } }}
        >
          <Box component="kbd" aria-hidden sx={{ font: 'inherit', fontWeight: 700, color: 'primary.main', width: 16, flexShrink: 0 }}>
            {at + 1}
          </Box>
          <Box component="span" sx={{ flexShrink: 0, maxWidth: '60%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {displayName(entry)}
          </Box>
          {entry.doNotContact === true ? <DoNotContact /> : null}
          <Typography component="span" variant="body2" sx={{ color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {line(entry)}
          </Typography>
        </ButtonBase>
      ))}
    </Box>
  );
}
