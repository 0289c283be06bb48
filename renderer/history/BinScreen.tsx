import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../app/language.tsx';
import { QuietButton } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { TextField } from '../ui/TextField.tsx';
import { BinItem } from './BinItem.tsx';
import { useKeepPlace } from './keep-place.ts';
import { TODAY } from './paths.ts';
import { soughtInBin, useBin, useNow } from './use-bin.ts';
import { useWho } from './who.ts';

/** Records shown at first, and with each "show more". */
const PAGE = 50;
/** With fewer records than this nobody needs a search. */
const FEW = 6;

/** The bin: what was moved here stays 30 days and can be put back (domain §6.3). */
export function BinScreen() {
  const t = useWords('history');
  const all = useBin();
  const who = useWho();
  const now = useNow();
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(PAGE);
  const { list, keepPlace } = useKeepPlace<HTMLUListElement>();
  const found = soughtInBin(all ?? [], query);
  const isEmpty = all?.length === 0;
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageTitle title={t('bin.title')} action={<Box sx={{ py: '9px' }}><Link to={TODAY}>{t('menu.today')}</Link></Box>}>
        {isEmpty ? undefined : t('bin.explain')}
      </PageTitle>
      {isEmpty ? <EmptyState>{t('bin.empty')}</EmptyState> : null}
      {(all?.length ?? 0) >= FEW || query !== '' ? (
        <Box sx={{ maxWidth: 420, mb: 1 }}>
          <TextField label={t('bin.search')} value={query} onChange={setQuery} type="search" />
        </Box>
      ) : null}
      {isEmpty || all === undefined ? null : (
        <Typography className="figures" role="status" sx={{ mb: 1 }}>
          {found.length === 0 ? t('bin.none') : t('bin.count', { count: found.length })}
        </Typography>
      )}
      <Box component="ul" ref={list} aria-label={t('bin.list')} sx={{ listStyle: 'none', m: 0, p: 0, borderTop: found.length > 0 ? 1 : 0, borderColor: 'divider' }}>
        {found.slice(0, shown).map((record) => (
          <BinItem key={record.id} record={record} now={now} who={who} keepPlace={keepPlace} />
        ))}
      </Box>
      {found.length > shown ? (
        <Box sx={{ mt: 2 }}>
          <QuietButton onClick={() => setShown(shown + PAGE)}>{t('bin.more')}</QuietButton>
        </Box>
      ) : null}
    </Box>
  );
}
