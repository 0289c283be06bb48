import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { codeLabel } from '../../../shared/domain/codes.ts';
import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import { localeOf } from '../../../shared/words/translate.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useLiveDirectory } from '../people/use-people.ts';
import { countBy, type Counted } from './count-people.ts';

/** How the people that are shown divide: by main institution and by language. */
export function CountsPanel({ people }: { people: readonly DirectoryEntry[] }) {
  const t = useWords('lists');
  const { lang } = useLanguage();
  const { directory } = useLiveDirectory();
  const institution = (id: string): string => directory.institutionName(id) || t('institutionGone');
  const language = (code: string): string => (code === 'other' ? t('otherLanguage') : codeLabel('language_pref', code, lang));
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 6, rowGap: 2, py: 1 }}>
      <Counts title={t('counts.institution')} counted={countBy(people, (entry) => entry.institutions[0])} wordOf={institution} />
      <Counts title={t('counts.language')} counted={countBy(people, (entry) => entry.language)} wordOf={language} />
    </Box>
  );
}

function Counts({ title, counted: { top, others, none }, wordOf }: { title: string; counted: Counted; wordOf: (key: string) => string }) {
  const t = useWords('lists');
  const { lang } = useLanguage();
  const number = new Intl.NumberFormat(localeOf(lang));
  const lines = [
    ...top.map(({ key, count }) => ({ key, word: wordOf(key), count })),
    ...(others > 0 ? [{ key: ' others', word: t('counts.others'), count: others }] : []),
    ...(none > 0 ? [{ key: ' none', word: t('counts.none'), count: none }] : []),
  ];
  return (
    <Box sx={{ minWidth: 240, maxWidth: 400 }}>
      <Typography variant="body2" sx={{ fontWeight: 500, mb: 0.5 }}>
        {title}
      </Typography>
      <Box component="ul" aria-label={title} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {lines.map(({ key, word, count }) => (
          <Typography component="li" variant="body2" className="figures" key={key} sx={{ display: 'flex', gap: 2, justifyContent: 'space-between' }}>
            <Box component="span" sx={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
              {word}
            </Box>
            <span>{number.format(count)}</span>
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
