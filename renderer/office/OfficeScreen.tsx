import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useHost } from '../app/host.tsx';
import { useWords } from '../app/language.tsx';
import { useAccess } from '../app/user-access.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { BinAndChanges } from '../history/BinAndChanges.tsx';
import { Section } from '../ui/Section.tsx';
import { ChapterPlaces } from './ChapterPlaces.tsx';
import { ChapterSettings } from './settings/ChapterSettings.tsx';
import { InviteComputer } from './InviteComputer.tsx';
import { ListsThatLeft } from './ListsThatLeft.tsx';
import { SaveBackup } from './SaveBackup.tsx';
import { ThisComputer } from './ThisComputer.tsx';
import { AccessSection } from './users/AccessSection.tsx';
import { useSettings } from './use-settings.ts';

/** The office: the chapter's name and letterhead, this computer, and adding another one. */
export function OfficeScreen() {
  const t = useWords('office');
  const settings = useSettings();
  const { manages } = useAccess();
  return (
    <Box sx={{ maxWidth: 720 }}>
      <PageTitle title={t('title')} />
      {settings ? <ChapterSettings settings={settings} /> : null}
      {settings ? <ChapterPlaces /> : null}
      {settings ? <AccessSection practice={settings.practice === true} /> : null}
      <ThisComputer />
      {settings && settings.practice !== true && manages ? <InviteComputer /> : null}
      {settings?.practice === true ? null : <SaveBackup />}
      {settings ? <ListsThatLeft settings={settings} /> : null}
      <BinAndChanges />
      <About />
    </Box>
  );
}

function About() {
  const t = useWords('office');
  const host = useHost();
  const [version, setVersion] = useState('');
  useEffect(() => {
    void host.app.info().then((info) => setVersion(info.version));
  }, [host]);
  return (
    <Section title={t('about.title')}>
      <Typography sx={{ color: 'text.secondary' }}>{version === '' ? null : t('about.version', { version })}</Typography>
    </Section>
  );
}
