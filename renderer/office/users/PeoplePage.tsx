import Box from '@mui/material/Box';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { roleLabel } from '../../../shared/domain/role.ts';
import type { ChapterAccess } from '../../../shared/store/chapter-access.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAccess } from '../../app/user-access.ts';
import { QuietButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { AddPerson } from './AddPerson.tsx';
import { OFFICE } from './paths.ts';
import { PersonRow, type Said } from './PersonRow.tsx';
import { usePeople } from './use-people.ts';

/** A page of the office that only administrators have. */
export function ForAdministrators({ title, lead, children }: { title: string; lead: string; children: (access: ChapterAccess) => ReactNode }) {
  const t = useWords('users');
  const { access, manages } = useAccess();
  return (
    <Box sx={{ maxWidth: 720 }}>
      <Box className="no-print" sx={{ mb: 0.5 }}>
        <Link to={OFFICE}>‹ {t('people.back')}</Link>
      </Box>
      <PageTitle title={title}>{lead}</PageTitle>
      {access !== null && manages ? children(access) : <Notice>{t('people.onlyAdministrators')}</Notice>}
    </Box>
  );
}

/** /office/people — who opens the chapter, with which role; adding and removing. */
export function PeoplePage() {
  const t = useWords('users');
  return (
    <ForAdministrators title={t('people.title')} lead={t('people.lead')}>
      {(access) => <People access={access} />}
    </ForAdministrators>
  );
}

function People({ access }: { access: ChapterAccess }) {
  const t = useWords('users');
  const { lang } = useLanguage();
  const people = usePeople();
  const sentence = (done: Said): string =>
    done.what === 'roleChanged' ? t('people.roleChanged', { name: done.name, role: roleLabel(done.role, lang) }) : t(`people.${done.what}`, { name: done.name });
  const [adding, setAdding] = useState(false);
  const [said, say] = useState<Said | null>(null);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {said === null ? null : <Notice kind="good">{sentence(said)}</Notice>}
      {adding ? (
        <AddPerson
          access={access}
          onDone={(name) => {
            setAdding(false);
            if (name !== null) say({ what: 'added', name });
          }}
        />
      ) : (
        <Box>
          <QuietButton onClick={() => setAdding(true)}>{t('people.add')}</QuietButton>
        </Box>
      )}
      <Box component="ul" aria-label={t('people.list')} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {people.map((person) => (
          <PersonRow key={person.id} access={access} person={person} onSaid={say} />
        ))}
      </Box>
    </Box>
  );
}
