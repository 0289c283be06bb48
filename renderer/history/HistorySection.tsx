import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CollectionName } from '../../shared/store/chapter-types.ts';
import type { ToldChange } from '../../shared/store/history.ts';
import { useWords } from '../app/language.tsx';
import { TextButton } from '../ui/Buttons.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { useChangeWords } from './change-words.ts';
import { useMoment } from './moment.ts';
import { useHistory } from './use-history.ts';
import { useWho } from './who.ts';

/** Entries shown at first. */
const FIRST = 8;

interface Told {
  readonly name: CollectionName;
  readonly id: string;
  /** Of which changes it is told only that they were made. */
  readonly hides?: ((change: ToldChange) => boolean) | undefined;
}

/** "History" at the end of a record's page: who changed which field when, folded until it is asked for (domain §6.3). */
export function HistorySection({ level = 'h3', ...of }: Told & { level?: 'h2' | 'h3' }) {
  const t = useWords('history');
  const [open, setOpen] = useState(false);
  return (
    <Disclosure title={t('section.title')} level={level} open={open} onToggle={() => setOpen(!open)}>
      <Entries {...of} />
    </Disclosure>
  );
}

function Entries({ name, id, hides = () => false }: Told) {
  const t = useWords('history');
  const found = useHistory(name, id);
  const words = useChangeWords();
  const who = useWho();
  const moment = useMoment();
  const [shown, setShown] = useState(FIRST);
  if (found === undefined) return null;
  const entries = found
    .map((entry) => ({ ...entry, sentences: entry.changes.map((change) => words(name, change, hides(change))).filter((sentence) => sentence !== null) }))
    .filter(({ sentences }) => sentences.length > 0);
  if (entries.length === 0) return <Typography sx={{ color: 'text.secondary' }}>{t('section.none')}</Typography>;
  return (
    <Box>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {entries.slice(0, shown).map((entry, index) => (
          <Box component="li" key={`${entry.at} ${entry.device} ${String(index)}`} sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('section.by', { who: who(entry.user, entry.device), when: moment(entry.at) })}
            </Typography>
            {[...new Set(entry.sentences)].map((sentence) => (
              <Typography key={sentence} sx={{ overflowWrap: 'anywhere' }}>
                {sentence}
              </Typography>
            ))}
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', columnGap: 2, pt: 1 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('section.kept')}
        </Typography>
        {entries.length > shown ? <TextButton onClick={() => setShown(entries.length)}>{t('section.more')}</TextButton> : null}
      </Box>
    </Box>
  );
}
