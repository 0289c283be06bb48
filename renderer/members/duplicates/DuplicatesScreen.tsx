import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { LikelyPair } from '../../../shared/names/possible-duplicates.ts';
import { listName } from '../../../shared/names/name-parts.ts';
import { pairKey } from '../../../shared/names/possible-duplicates.ts';
import { useDirectory } from '../../app/directory.tsx';
import { useWords } from '../../app/language.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { useSaving } from '../people/use-saving.tsx';
import { MembersFrame } from '../MembersFrame.tsx';
import { mergePath } from '../paths.ts';
import { TwoPanes } from '../TwoPanes.tsx';
import { usePairWords } from './pair-words.ts';
import { PairPage } from './PairPage.tsx';
import { useDuplicates } from './use-duplicates.ts';
import { useMerging } from './use-merging.ts';

/** Height of a row in px: two names and how sure it is. */
const ROW = 84;

/** /members/duplicates — people who may be entered twice: the pairs at the left, one of them side by side at the right. */
export function DuplicatesScreen() {
  const t = useWords('merging');
  const directory = useDirectory();
  const navigate = useNavigate();
  const words = usePairWords();
  const { pairs, done, all } = useDuplicates();
  const { notTheSame } = useMerging();
  const { save, failed } = useSaving();
  const [at, goTo] = useState(0);
  const chosen = pairs[Math.min(at, pairs.length - 1)];
  const busy = useRef(false);
  const pointed = useRef(false);
  const isOver = done >= all;

  const compare = ({ one, other }: LikelyPair): void => void navigate(mergePath(one, other));
  const deny = ({ one, other }: LikelyPair): void => {
    const [mine, theirs] = [directory.get(one), directory.get(other)];
    if (mine === undefined || theirs === undefined || busy.current) return;
    busy.current = true;
    save(() => notTheSame(mine, theirs).finally(() => (busy.current = false)));
  };
  const nameOf = (id: string): string => {
    const entry = directory.get(id);
    return entry === undefined ? '' : listName(entry);
  };

  if (pairs.length === 0) {
    return (
      <MembersFrame>
        <Box sx={{ maxWidth: 560 }}>{isOver ? <EmptyState>{t('list.none')}</EmptyState> : <ProgressLine label={t('list.looking')} done={Math.round((100 * done) / all)} total={100} />}</Box>
      </MembersFrame>
    );
  }
  return (
    <MembersFrame>
      <TwoPanes
        label={t('list.pageLabel')}
        head={
          <Box sx={{ py: 0.5 }}>
            <Typography role="status" className="figures">
              {isOver ? t('list.count', { count: pairs.length }) : t('list.soFar', { count: pairs.length })}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('list.keys')}
            </Typography>
          </Box>
        }
        list={
          <Box
            sx={{ height: '100%' }}
            onKeyDownCapture={(event) => {
              if (event.key !== 'n' || event.ctrlKey || event.altKey || event.metaKey || chosen === undefined) return;
              event.preventDefault();
              event.stopPropagation();
              deny(chosen);
            }}
          >
            <VirtualList
              items={pairs}
              keyOf={({ one, other }) => pairKey(one, other)}
              textOf={(pair) => `${nameOf(pair.one)}; ${nameOf(pair.other)}. ${words.band(pair)}`}
              label={t('list.label')}
              rowHeight={ROW}
              chosen={chosen === undefined ? undefined : pairKey(chosen.one, chosen.other)}
              onCurrent={(pair) => {
                goTo(pairs.indexOf(pair));
                pointed.current = true;
                queueMicrotask(() => (pointed.current = false));
              }}
              // A click shows the pair; Enter compares the one that is shown.
              onOpen={(pair) => {
                if (!pointed.current) compare(pair);
              }}
              row={(pair) => <PairRow names={[nameOf(pair.one), nameOf(pair.other)]} band={words.band(pair)} />}
            />
          </Box>
        }
        pageKey={chosen === undefined ? '' : pairKey(chosen.one, chosen.other)}
        page={
          chosen === undefined ? null : (
            <>
              <PairPage pair={chosen} onCompare={() => compare(chosen)} onNotTheSame={() => deny(chosen)} />
              {failed}
            </>
          )
        }
      />
    </MembersFrame>
  );
}

function PairRow({ names, band }: { names: readonly string[]; band: string }) {
  const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
  return (
    <Box sx={{ px: 1.5, py: '6px', height: '100%' }}>
      {names.map((name, place) => (
        <Typography key={place} sx={{ ...cut, fontWeight: 500, lineHeight: '24px' }}>
          {name}
        </Typography>
      ))}
      <Typography variant="body2" sx={{ ...cut, color: 'text.secondary' }}>
        {band}
      </Typography>
    </Box>
  );
}
