import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useNavigate } from 'react-router';
import { roleLabel } from '../../../shared/domain/role.ts';
import { useChapter } from '../../app/chapter.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAccess } from '../../app/user-access.ts';
import { QuietButton } from '../../ui/Buttons.tsx';
import { Section } from '../../ui/Section.tsx';
import { PASSPHRASE, PEOPLE, SHEET } from './paths.ts';
import { usePeople, useSheetDate } from './use-people.ts';

/** Who opens this chapter: the own passphrase for everyone, people and the recovery sheet for administrators. */
export function AccessSection({ practice }: { practice: boolean }) {
  const t = useWords('users');
  const { lang } = useLanguage();
  const { user } = useChapter();
  const { access, role, manages } = useAccess();
  const people = usePeople();
  const sheetDate = useSheetDate();
  const navigate = useNavigate();
  if (access === null || practice) return null;
  const line = (text: string, button: string, path: string) => (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1 }}>
      <Typography sx={{ flex: '1 1 280px' }}>{text}</Typography>
      <QuietButton onClick={() => void navigate(path)}>{button}</QuietButton>
    </Box>
  );
  return (
    <Section title={t('section.title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {line(t('section.me', { name: user.name, role: roleLabel(role, lang) }), t('section.passphrase'), PASSPHRASE)}
        {manages ? line(t('section.people', { count: people.length }), t('section.manage'), PEOPLE) : null}
        {manages
          ? sheetDate === null
            ? line(t('section.sheetNone'), t('section.sheetMake'), SHEET)
            : line(t('section.sheetMade', { date: sheetDate }), t('section.sheet'), SHEET)
          : null}
      </Box>
    </Section>
  );
}
