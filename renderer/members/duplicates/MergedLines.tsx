import Box from '@mui/material/Box';
import type { Person } from '../../../shared/domain/person.ts';
import { canBeUndone, type MergeRecord } from '../../../shared/domain/merged-people.ts';
import { dayInWords } from '../../../shared/words/moment.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useOfficeRecords } from '../../app/office-records.ts';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { QuietButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSaving } from '../people/use-saving.tsx';
import { useLiveDirectory } from '../people/use-people.ts';
import { ComeSince } from './ComeSince.tsx';
import { useMerging } from './use-merging.ts';

/** "Put together on … with …", with the way back for 90 days, and what came to the absorbed record since (domain §2.3). */
export function MergedLines({ person, ids }: { person: Person; ids: readonly string[] }) {
  const t = useWords('merging');
  const { lang } = useLanguage();
  const { directory } = useLiveDirectory();
  const { apart } = useMerging();
  const { save, failed } = useSaving();
  const readsAll = useReadsOrganizers();
  const records = useOfficeRecords('merge', { survivor: { $in: [...ids] } });
  if (ids.length < 2 || records === undefined) return null;
  const merges = latestOfEach(records.filter(({ undoneAt, absorbed }) => undoneAt === undefined && ids.includes(absorbed)));
  const known = directory.recordsOf(person.id);
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
      {merges.map((merge) => {
        const other = merge.survivor === person.id ? merge.absorbed : merge.survivor;
        const isHere = merge.survivor === person.id || merge.absorbed === person.id;
        const name = known.find(({ id }) => id === other)?.nameAsWritten ?? t('merged.someone');
        const date = merge.createdAt === undefined ? '' : dayInWords(new Date(merge.createdAt), lang);
        const undo = () => save(() => apart(merge.survivor, merge.absorbed, { name: person.nameAsWritten, other: name }));
        return (
          <Notice key={merge.id} action={readsAll && isHere && canBeUndone(merge, new Date()) ? <QuietButton onClick={undo}>{t('merged.undo')}</QuietButton> : undefined}>
            {t('merged.line', { other: name, date })}
          </Notice>
        );
      })}
      {ids.filter((id) => id !== person.id).map((id) => (
        <ComeSince key={id} person={person} absorbed={id} merges={merges.filter((merge) => merge.absorbed === id || merge.survivor === id)} />
      ))}
      {failed}
    </Box>
  );
}

/** One line a pair, also when two PCs put the same two together. */
function latestOfEach(merges: readonly MergeRecord[]): MergeRecord[] {
  const sorted = [...merges].sort((one, other) => ((one.createdAt ?? '') < (other.createdAt ?? '') ? -1 : 1));
  return [...new Map(sorted.map((merge) => [[merge.survivor, merge.absorbed].sort().join(' '), merge])).values()];
}
