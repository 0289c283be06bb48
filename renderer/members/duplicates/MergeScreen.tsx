import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { Person } from '../../../shared/domain/person.ts';
import { mergeRows, type MergeChoices } from '../../../shared/names/merging/merge-rows.ts';
import { putTogether } from '../../../shared/names/merging/put-together.ts';
import { useSurvivorOf } from '../../app/directory.tsx';
import { useWords } from '../../app/language.tsx';
import { useRecord } from '../../app/records.ts';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { PrimaryButton, QuietButton } from '../../ui/Buttons.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MembersFrame } from '../MembersFrame.tsx';
import { DUPLICATES, personPath } from '../paths.ts';
import { useSaving } from '../people/use-saving.tsx';
import { MergeTable } from './MergeTable.tsx';
import { useClosedFields } from './use-closed-fields.ts';
import { useMerging } from './use-merging.ts';

/** /members/duplicates/:one/:other — two records side by side, field by field, to be put together (domain §2.3, §6.4). */
export function MergeScreen() {
  const t = useWords('merging');
  const { one, other } = useParams();
  const survivorOf = useSurvivorOf();
  const readsAll = useReadsOrganizers();
  const [mine, theirs] = [useRecord('people', one), useRecord('people', other)];
  if (mine === undefined || theirs === undefined) return null;
  const areTwo = mine !== null && theirs !== null && survivorOf(mine.id) !== survivorOf(theirs.id);
  const areHere = areTwo && mine.deletedAt === undefined && theirs.deletedAt === undefined;
  return (
    <MembersFrame>
      {areHere && readsAll ? (
        <SideBySide key={`${mine.id} ${theirs.id}`} {...inOrder(mine, theirs)} />
      ) : (
        <EmptyState action={<Link to={DUPLICATES}>{t('compare.back')}</Link>}>{t(readsAll ? 'compare.notTwo' : 'compare.organizers')}</EmptyState>
      )}
    </MembersFrame>
  );
}

/** The older record stays: more papers and people know it. */
function inOrder(one: Person, other: Person): { readonly left: Person; readonly right: Person } {
  const isOlder = (one.createdAt ?? '') < (other.createdAt ?? '') || (one.createdAt === other.createdAt && one.id < other.id);
  return isOlder ? { left: one, right: other } : { left: other, right: one };
}

function SideBySide({ left, right }: { left: Person; right: Person }) {
  const t = useWords('merging');
  const navigate = useNavigate();
  const { together, notTheSame } = useMerging();
  const { save, failed } = useSaving();
  const [busy, setBusy] = useState(false);
  const [choices, choose] = useState<MergeChoices>({ sides: {}, without: new Set() });
  const closed = useClosedFields(right.id);
  const theirs = useMemo(() => Object.fromEntries(Object.entries(right).filter(([field]) => !closed.has(field))) as unknown as Person, [right, closed]);
  const rows = useMemo(() => mergeRows(left, theirs, choices), [left, theirs, choices]);
  const act = (deed: () => Promise<void>, to: string): void => {
    setBusy(true);
    save(() => deed().then(() => navigate(to), (problem: unknown) => {
      setBusy(false);
      throw problem;
    }));
  };
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto', maxWidth: 960, pr: 1 }}>
      <Link to={DUPLICATES}>‹ {t('compare.back')}</Link>
      <Typography variant="h1" component="h2" sx={{ mt: 0.5 }}>
        {t('compare.title')}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('compare.how')}</Typography>
      <MergeTable left={left} right={theirs} rows={rows} choices={choices} onChoose={choose} />
      <Box sx={{ position: 'sticky', bottom: 0, bgcolor: 'background.default', borderTop: 1, borderColor: 'divider', py: 1.5, mt: 2, zIndex: 1 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <PrimaryButton disabled={busy} onClick={() => act(() => together(left, right, putTogether(left, theirs, rows, choices)), personPath(left.id))}>
            {t('compare.together')}
          </PrimaryButton>
          <QuietButton disabled={busy} onClick={() => act(() => notTheSame(left, right), DUPLICATES)}>
            {t('pair.notTheSame')}
          </QuietButton>
          <Typography variant="body2" sx={{ color: 'text.secondary', flex: '1 1 240px' }}>
            {t('compare.undoable')}
          </Typography>
        </Box>
        {failed}
      </Box>
    </Box>
  );
}
