import Box from '@mui/material/Box';
import { useState } from 'react';
import { randomToken } from '../../../shared/domain/record.ts';
import type { Seat, Team } from '../../../shared/domain/structure.ts';
import { isTermOver, seatWarnings, usualRole } from '../../../shared/domain/votes.ts';
import { todayHere } from '../../../shared/words/date.ts';
import { useWords } from '../../app/language.tsx';
import { QuietButton } from '../../ui/Buttons.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Section } from '../../ui/Section.tsx';
import { useInstitutions } from '../institutions/use-institutions.ts';
import { SeatEditor } from './SeatEditor.tsx';
import { SeatRow } from './SeatRow.tsx';
import { useSeats } from './use-seats.ts';

/** Who sits in a team and from when to when; a seat is added, changed and ended in its place (domain §2.1). */
export function SeatsPart({ team }: { team: Team }) {
  const t = useWords('structure');
  const { byId } = useInstitutions();
  const { change, takeOut } = useSeats(team);
  // The seat whose fields lie open; a new one is in the team only once something of it was written.
  const [editing, edit] = useState<Seat | null>(null);
  const [pastOpen, openPast] = useState(false);
  const today = todayHere();
  const warnings = seatWarnings(team, byId, today);
  // The one whose fields lie open stays where it is, also when its term is ended in them.
  const isPast = (seat: Seat): boolean => isTermOver(seat, today) && seat.key !== editing?.key;
  const past = team.seats.filter(isPast);
  const isFresh = editing !== null && !team.seats.some(({ key }) => key === editing.key);
  const current = [...team.seats.filter((seat) => !isPast(seat)), ...(isFresh ? [editing] : [])];
  const row = (seat: Seat) =>
    seat.key === editing?.key ? (
      <SeatEditor
        key={seat.key}
        seat={seat}
        isWritten={!isFresh}
        onSave={(patch) => change(seat, patch)}
        onTakeOut={() => takeOut(seat.key).then(() => edit(null))}
        onDone={() => edit(null)}
      />
    ) : (
      <SeatRow key={seat.key} seat={seat} warning={warnings.get(seat.key)} today={today} onEdit={() => edit(seat)} onEnd={() => change(seat, { to: today })} />
    );
  const add = <QuietButton onClick={() => edit({ key: randomToken(12), role: usualRole(team.teamKind), ...(team.institution === undefined ? {} : { institution: team.institution }) })}>{t('seat.add')}</QuietButton>;
  const list = (label: string, seats: readonly Seat[]) => (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1 }}>
      {seats.map(row)}
    </Box>
  );
  return (
    <>
      <Section title={t('seat.title')} action={editing === null ? add : undefined} empty={current.length === 0 ? t('seat.empty') : undefined}>
        {list(t('seat.title'), current)}
      </Section>
      {past.length === 0 ? null : (
        <Disclosure title={t('seat.past', { count: past.length })} open={pastOpen} onToggle={() => openPast(!pastOpen)}>
          {list(t('seat.past', { count: past.length }), past)}
        </Disclosure>
      )}
    </>
  );
}
