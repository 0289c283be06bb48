import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Team } from '../../../shared/domain/structure.ts';
import { votesOf, type InstitutionVotes } from '../../../shared/domain/votes.ts';
import { dateInWords, todayHere } from '../../../shared/words/date.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Section } from '../../ui/Section.tsx';
import { useInstitutions } from '../institutions/use-institutions.ts';
import { useLiveDirectory } from '../people/use-people.ts';
import { useShownPerson } from './use-person-name.ts';

const CELL = { textAlign: 'left', py: 1, px: 2, borderTop: 1, borderColor: 'divider', verticalAlign: 'top', fontWeight: 400 } as const;
const HEAD = { ...CELL, borderTop: 0, fontSize: '0.9375rem', fontWeight: 500, color: 'text.secondary' } as const;
const NUMBER = { textAlign: 'right', width: '6em' } as const;

/** Who votes today, institution by institution, with the total and the figure of a quorum (domain §2.1). */
export function VotesPart({ team }: { team: Team }) {
  const t = useWords('structure');
  const { lang } = useLanguage();
  const { byId, ready } = useInstitutions();
  const today = todayHere();
  const { byInstitution, total, quorum } = votesOf(team, byId, today);
  if (!ready || byInstitution.length === 0) return <Section title={t('votes.title')} empty={ready ? t('votes.empty') : ''} />;
  return (
    <Section title={t('votes.title')} action={<Typography sx={{ color: 'text.secondary' }}>{t('votes.asOf', { date: dateInWords(today, lang) })}</Typography>}>
      <Box component="table" aria-label={t('votes.title')} sx={{ width: '100%', borderCollapse: 'collapse', bgcolor: 'background.paper', border: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}>
        <thead>
          <tr>
            <Box component="th" scope="col" sx={HEAD}>
              {t('votes.institution')}
            </Box>
            <Box component="th" scope="col" sx={HEAD}>
              {t('votes.who')}
            </Box>
            <Box component="th" scope="col" sx={{ ...HEAD, ...NUMBER }}>
              {t('votes.votes')}
            </Box>
          </tr>
        </thead>
        <tbody>
          {byInstitution.map((one) => (
            <Row key={one.institution} {...one} />
          ))}
        </tbody>
        <tfoot>
          <Sum label={t('votes.total')} figure={total} strong />
          <Sum label={t('votes.quorum')} figure={quorum} />
        </tfoot>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {t('votes.quorumHint')}
      </Typography>
    </Section>
  );
}

function Row({ institution, voters, votes, gap }: InstitutionVotes) {
  const t = useWords(['structure', 'members']);
  const { directory } = useLiveDirectory();
  return (
    <tr>
      <Box component="th" scope="row" sx={CELL}>
        {directory.institutionName(institution) || t('members:institution.unknown')}
      </Box>
      <Box component="td" sx={{ ...CELL, color: gap === undefined ? undefined : 'text.secondary' }}>
        {gap === undefined ? voters.map((person) => <Voter key={person} id={person} />) : t(`structure:votes.gap.${gap}`)}
      </Box>
      <Box component="td" className="figures" sx={{ ...CELL, ...NUMBER }}>
        {votes}
      </Box>
    </tr>
  );
}

function Voter({ id }: { id: string }) {
  return <div>{useShownPerson(id)?.name}</div>;
}

function Sum({ label, figure, strong = false }: { label: string; figure: number; strong?: boolean }) {
  return (
    <tr>
      <Box component="th" scope="row" colSpan={2} sx={{ ...CELL, fontWeight: strong ? 700 : 400 }}>
        {label}
      </Box>
      <Box component="td" className="figures" sx={{ ...CELL, ...NUMBER, fontWeight: strong ? 700 : 400 }}>
        {figure}
      </Box>
    </tr>
  );
}
