import Box from '@mui/material/Box';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../app/language.tsx';
import { QuietButton } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { CreatedTogetherItem } from './CreatedTogetherItem.tsx';
import { useKeepPlace } from './keep-place.ts';
import { BIN } from './paths.ts';
import { gatherCreated } from './today-groups.ts';
import { TodayItem } from './TodayItem.tsx';
import { useToday } from './use-today.ts';

/** Records shown at first, and with each "show more". */
const PAGE = 30;

/** "What did I change today?": everything of today, each change with its own "Undo", also after locking (domain §6.3). */
export function TodayScreen() {
  const t = useWords('history');
  const touched = useToday();
  const { together, single } = useMemo(() => gatherCreated((touched ?? []).filter(({ lines }) => lines.length > 0)), [touched]);
  const { list, keepPlace } = useKeepPlace<HTMLUListElement>();
  const [shown, setShown] = useState(PAGE);
  const isEmpty = touched !== undefined && together.length + single.length === 0;
  return (
    <Box sx={{ maxWidth: 840 }}>
      <PageTitle title={t('today.title')} action={<Box sx={{ py: '9px' }}><Link to={BIN}>{t('menu.bin')}</Link></Box>}>
        {isEmpty ? undefined : t('today.explain')}
      </PageTitle>
      {isEmpty ? <EmptyState>{t('today.empty')}</EmptyState> : null}
      <Box component="ul" ref={list} aria-label={t('today.list')} sx={{ listStyle: 'none', m: 0, p: 0, borderTop: isEmpty ? 0 : 1, borderColor: 'divider' }}>
        {single.slice(0, shown).map((record) => (
          <TodayItem key={record.id} record={record} keepPlace={keepPlace} />
        ))}
        {together.map((group) => (
          <CreatedTogetherItem key={group.key} group={group} keepPlace={keepPlace} />
        ))}
      </Box>
      {single.length > shown ? (
        <Box sx={{ mt: 2 }}>
          <QuietButton onClick={() => setShown(shown + PAGE)}>{t('today.more', { count: single.length - shown })}</QuietButton>
        </Box>
      ) : null}
    </Box>
  );
}
