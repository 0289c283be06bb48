import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useId, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Institution } from '../../../shared/domain/institution.ts';
import { codesOf } from '../../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { Chooser } from '../Chooser.tsx';
import { MembersFrame } from '../MembersFrame.tsx';
import { institutionPath, NEW_INSTITUTION } from '../paths.ts';
import { useLiveDirectory } from '../people/use-people.ts';
import { TwoPanes } from '../TwoPanes.tsx';
import { InstitutionPage, useInstitutionSentence } from './InstitutionPage.tsx';
import { InstitutionRow } from './InstitutionRow.tsx';
import { institutionsMatching } from './matching.ts';
import { NewInstitution } from './NewInstitution.tsx';
import { useInstitutions } from './use-institutions.ts';

/** What the address says in the place of an id when a new institution is typed. */
const NEW = 'new';

/** The institutions of the chapter: the list at the left, one of them at the right. */
export function InstitutionsScreen() {
  const t = useWords('members');
  const navigate = useNavigate();
  const { institution: open } = useParams();
  const { all, ready } = useInstitutions();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState('');
  const sought = useDeferredValue(typed);
  const found = institutionsMatching(all, sought).filter((institution) => kind === '' || institution.kind === kind);
  const newOne = <PrimaryButton onClick={() => void navigate(NEW_INSTITUTION)}>{t('institution.add')}</PrimaryButton>;
  const none = ready && all.length === 0;
  const page =
    open === NEW ? (
      <NewInstitution />
    ) : open !== undefined ? (
      <InstitutionPage id={open} />
    ) : (
      <EmptyState action={none ? newOne : undefined}>{t(none ? 'institution.empty' : 'institution.choose')}</EmptyState>
    );
  return (
    <MembersFrame action={open === NEW || none ? undefined : newOne}>
      <TwoPanes
        label={t('institution.pageLabel')}
        head={<Search typed={typed} onTyped={setTyped} kind={kind} onKind={setKind} found={found.length} />}
        list={<Found found={found} chosen={open} />}
        pageKey={open ?? ''}
        page={page}
      />
    </MembersFrame>
  );
}

function Search({ typed, onTyped, kind, onKind, found }: { typed: string; onTyped: (typed: string) => void; kind: string; onKind: (kind: string) => void; found: number }) {
  const t = useWords('members');
  const { lang } = useLanguage();
  const id = useId();
  // A few institutions are seen at a glance; what narrows them would only push them down.
  const [open, setOpen] = useState(false);
  const kinds = codesOf('institution_type').map((code) => ({ value: code.code, label: code[lang] }));
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Typography variant="body2" role="status" className="figures" sx={{ flex: 1 }}>
          {t('institution.count', { count: found })}
        </Typography>
        <Button type="button" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
          {t(open ? 'people.filterClose' : 'people.filter')}
        </Button>
      </Box>
      {open ? (
        <Box id={id} sx={{ display: 'grid', gap: 1.5, pt: 1, pr: 1, pb: 0.5 }}>
          <TextField label={t('institution.search')} type="search" value={typed} onChange={onTyped} />
          <Chooser label={t('institution.field.kind')} choices={[{ value: '', label: t('institution.anyKind') }, ...kinds]} value={kind} onChange={onKind} />
        </Box>
      ) : null}
    </>
  );
}

function Found({ found, chosen }: { found: readonly Institution[]; chosen: string | undefined }) {
  const t = useWords('members');
  const navigate = useNavigate();
  const sentence = useInstitutionSentence();
  const { directory } = useLiveDirectory();
  if (found.length === 0) {
    return (
      <Typography sx={{ color: 'text.secondary', p: 2 }}>
        {t('institution.noneFound')}
      </Typography>
    );
  }
  const line = (institution: Institution): string =>
    [t('people.count', { count: directory.membersOf(institution.id).length }), sentence(institution)].filter(Boolean).join(' · ');
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
