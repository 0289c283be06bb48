import Box from '@mui/material/Box';
import type { MergeRecord } from '../../../shared/domain/merged-people.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { comeSince } from '../../../shared/names/merging/come-since.ts';
import { isSameValue, keyOfItem } from '../../../shared/names/merging/values.ts';
import { useChapter } from '../../app/chapter.tsx';
import { useWords } from '../../app/language.tsx';
import { useRecord } from '../../app/records.ts';
import { useSave } from '../../app/saving.ts';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { QuietButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSaving } from '../people/use-saving.tsx';
import { noteRead } from './merge-deeds.ts';
import { useRowWords } from './row-words.tsx';

/** What somebody who did not know of the merge wrote in the absorbed record since: to take over, or to leave. */
export function ComeSince({ person, absorbed: id, merges }: { person: Person; absorbed: string; merges: readonly MergeRecord[] }) {
  const t = useWords('merging');
  const chapter = useChapter();
  const save = useSave();
  const saving = useSaving();
  const readsAll = useReadsOrganizers();
  const absorbed = useRecord('people', id);
  const { labelOf, textOf } = useRowWords();
  const merge = merges.find((one) => one.absorbed === id);
  if (!absorbed || merge === undefined || !readsAll) return null;
  const news = comeSince(person, absorbed, [...merge.absorbedFields, ...(merge.organizersAbsorbedFields ?? [])]);
  return Object.entries(news).map(([field, value]) => {
    const label = labelOf({ fields: [field] });
    const there = (person as unknown as Readonly<Record<string, unknown>>)[field];
    const shown = Array.isArray(value) && Array.isArray(there) ? itemsBeside(value, there) : value;
    const read = () => noteRead(chapter, merge, absorbed, [field]);
    const take = async (): Promise<void> => {
      await save.change('people', person.id, { [field]: value }, { undoLabel: t('since.undo', { field: label }) });
      await read();
    };
    return (
      <Box key={field}>
        <Notice
          kind="careful"
          action={
            <>
              <QuietButton onClick={() => saving.save(take)}>{t('since.take')}</QuietButton>
              <QuietButton onClick={() => saving.save(read)}>{t('since.leave')}</QuietButton>
            </>
          }
        >
          {t('since.line', { other: absorbed.nameAsWritten, field: label, value: textOf([field], { [field]: shown }) })}
        </Notice>
        {saving.failed}
      </Box>
    );
  });
}

/** Of a list the items that the person has not got so. */
function itemsBeside(list: readonly unknown[], there: readonly unknown[]): unknown[] {
  const known = new Map(there.map((item) => [keyOfItem(item), item]));
  return list.filter((item) => !isSameValue(item, known.get(keyOfItem(item))));
}
