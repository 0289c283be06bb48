import Typography from '@mui/material/Typography';
import { useDeferredValue, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Institution } from '../../../shared/domain/institution.ts';
import type { Standing } from '../../../shared/domain/institution-states.ts';
import { useWords } from '../../app/language.tsx';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { MembersFrame } from '../MembersFrame.tsx';
import { institutionPath, NEW_INSTITUTION } from '../paths.ts';
import { useLiveDirectory } from '../people/use-people.ts';
import { TwoPanes } from '../TwoPanes.tsx';
import { ALL_INSTITUTIONS, passesFilter } from './institution-filter.ts';
import { InstitutionFilters } from './InstitutionFilters.tsx';
import { InstitutionPage, useInstitutionSentence } from './InstitutionPage.tsx';
import { InstitutionRow } from './InstitutionRow.tsx';
import { institutionsMatching } from './matching.ts';
import { NewInstitution } from './NewInstitution.tsx';
import { InstitutionsOverview } from './overview/InstitutionsOverview.tsx';
import { useInstitutions } from './use-institutions.ts';
import { useStandings } from './use-standings.ts';
import { useStatusWords } from './use-status-words.ts';

/** What the address says in the place of an id when a new institution is typed. */
const NEW = 'new';

/** The institutions of the chapter: the list at the left, one of them at the right. */
export function InstitutionsScreen() {
  const t = useWords('members');
  const navigate = useNavigate();
  const { institution: open } = useParams();
  const { all, ready } = useInstitutions();
  const standings = useStandings();
  const [filter, setFilter] = useState(ALL_INSTITUTIONS);
  const sought = useDeferredValue(filter.typed);
  const found = institutionsMatching(all, sought).filter((institution) => passesFilter(institution, standings.get(institution.id), filter));
  const newOne = <PrimaryButton onClick={() => void navigate(NEW_INSTITUTION)}>{t('institution.add')}</PrimaryButton>;
  const none = ready && all.length === 0;
  const page =
    open === NEW ? (
      <NewInstitution />
    ) : open !== undefined ? (
      <InstitutionPage id={open} />
    ) : none ? (
      <EmptyState action={newOne}>{t('institution.empty')}</EmptyState>
    ) : (
      <InstitutionsOverview />
    );
  return (
    <MembersFrame action={open === NEW || none ? undefined : newOne}>
      <TwoPanes
        label={t('institution.pageLabel')}
        head={<InstitutionFilters filter={filter} onChange={setFilter} found={found.length} />}
        list={<Found found={found} standings={standings} chosen={open} />}
        pageKey={open ?? ''}
        page={page}
      />
    </MembersFrame>
  );
}

function Found({ found, standings, chosen }: { found: readonly Institution[]; standings: ReadonlyMap<string, Standing>; chosen: string | undefined }) {
  const t = useWords('members');
  const navigate = useNavigate();
  const sentence = useInstitutionSentence();
  const status = useStatusWords();
  const { directory } = useLiveDirectory();
  if (found.length === 0) {
    return (
      <Typography sx={{ color: 'text.secondary', p: 2 }}>
        {t('institution.noneFound')}
      </Typography>
    );
  }
  const line = (institution: Institution): string => {
    const standing = standings.get(institution.id);
    const people = t('people.count', { count: directory.membersOf(institution.id).length });
    return [status(standing?.status, standing?.change), people, sentence(institution)].filter(Boolean).join(' · ');
  };
  return (
    <VirtualList
      items={found}
      keyOf={(institution) => institution.id}
      textOf={(institution) => institution.name}
      label={t('institution.listLabel')}
      rowHeight={64}
      chosen={chosen}
      onOpen={(institution) => void navigate(institutionPath(institution.id))}
      row={(institution) => <InstitutionRow name={institution.name} line={line(institution)} />}
    />
  );
}
