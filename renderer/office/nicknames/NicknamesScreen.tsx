import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { EffectiveSettings, Settings } from '../../../shared/domain/settings.ts';
import { inNameCase } from '../../../shared/names/name-case.ts';
import { listedNicknames, type ListedName } from '../../../shared/names/nickname-groups.ts';
import { fold } from '../../../shared/names/normalize.ts';
import { useWords } from '../../app/language.tsx';
import { InstitutionRow } from '../../members/institutions/InstitutionRow.tsx';
import { TwoPanes } from '../../members/TwoPanes.tsx';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { useChangesSettings } from '../settings/use-settings-change.ts';
import { OFFICE } from '../users/paths.ts';
import { AddNickname } from './AddNickname.tsx';
import { NicknamesOf } from './NicknamesOf.tsx';

/** What a search for these letters shows: names and nicknames in which a word begins so. */
function withLetters(listed: readonly ListedName[], letters: string): readonly ListedName[] {
  const sought = fold(letters.trim());
  return listed.filter(({ names, shorts }) => [...names, ...shorts.map(({ short }) => short)].some((word) => fold(word).startsWith(sought)));
}

/** Names at the left, searched by name or nickname; at the right what people say for one, switched off or added to. */
export function NicknamesScreen({ record, settings }: { record: Settings; settings: EffectiveSettings }) {
  const t = useWords('structure');
  const mayChange = useChangesSettings();
  const [letters, setLetters] = useState('');
  const [chosen, choose] = useState<string>();
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const listed = useMemo(() => listedNicknames(settings), [settings]);
  const shown = useMemo(() => withLetters(listed, letters), [listed, letters]);
  const open = listed.find(({ key }) => key === chosen);
  const add = mayChange && !adding ? <PrimaryButton onClick={() => setAdding(true)}>{t('nicknames.add')}</PrimaryButton> : undefined;
  const onAdded = (key: string, sentence: string): void => {
    setAdding(false);
    setLetters('');
    setAdded(sentence);
    choose(key);
  };
  const page = open === undefined ? <EmptyState>{t('nicknames.choose')}</EmptyState> : <NicknamesOf key={open.key} name={open} record={record} />;
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ mb: 0.5 }}>
        <Link to={OFFICE}>‹ {t('nicknames.back')}</Link>
      </Box>
      <PageTitle title={t('nicknames.title')} action={add}>
        {mayChange ? t('nicknames.lead') : `${t('nicknames.lead')} ${t('nicknames.onlyRead')}`}
      </PageTitle>
      <TwoPanes
        label={t('nicknames.page')}
        pageKey={adding ? '' : (chosen ?? '')}
        head={
          <Box sx={{ pr: 1, pb: 0.5 }}>
            <TextField type="search" label={t('nicknames.search')} value={letters} onChange={setLetters} status={<Count count={shown.length} />} />
          </Box>
        }
        list={shown.length === 0 ? <Typography sx={{ p: 2, color: 'text.secondary' }}>{t('nicknames.none')}</Typography> : <Names listed={shown} chosen={chosen} onChoose={(key) => {
          setAdding(false);
          setAdded(null);
          choose(key);
        }} />}
        page={
          adding ? (
            <AddNickname listed={listed} first={open} record={record} onAdded={onAdded} onLeave={() => setAdding(false)} />
          ) : (
            <>
              {added === null ? null : (
                <Box sx={{ mb: 2 }}>
                  <Notice kind="good">{added}</Notice>
                </Box>
              )}
              {page}
            </>
          )
        }
      />
    </Box>
  );
}

function Count({ count }: { count: number }) {
  const t = useWords('structure');
  return (
    <Typography variant="body2" role="status" className="figures" sx={{ color: 'text.secondary' }}>
      {t('nicknames.count', { count })}
    </Typography>
  );
}

function Names({ listed, chosen, onChoose }: { listed: readonly ListedName[]; chosen: string | undefined; onChoose: (key: string) => void }) {
  const t = useWords('structure');
  const line = ({ shorts }: ListedName): string => shorts.filter(({ isOff }) => !isOff).map(({ short }) => inNameCase(short)).join(', ');
  return (
    <VirtualList
      items={listed}
      keyOf={({ key }) => key}
      textOf={({ names }) => names.map(inNameCase).join(', ')}
      label={t('nicknames.list')}
      rowHeight={64}
      chosen={chosen}
      onOpen={({ key }) => onChoose(key)}
      row={(name) => <InstitutionRow name={name.names.map(inNameCase).join(', ')} line={line(name)} />}
    />
  );
}
