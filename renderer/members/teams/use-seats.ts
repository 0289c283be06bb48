import { useCallback } from 'react';
import type { Seat, Team } from '../../../shared/domain/structure.ts';
import { useWords } from '../../app/language.tsx';
import { useChangeOffice } from '../../app/office-records.ts';
import { useTeamTitle } from './team-words.ts';

/** The ways a team's seats are written; each is one step that can be taken back. */
export interface SeatChanges {
  /** Changes a seat; one that is not in the team yet is put there. */
  readonly change: (seat: Seat, patch: Partial<Seat>) => Promise<unknown>;
  /** Takes a seat out as if it had never been, for one that was written by mistake. */
  readonly takeOut: (key: string) => Promise<unknown>;
}

/** Writing into the seats of a team as they are at that moment, so that two fields left one after the other lose nothing. */
export function useSeats(team: Team): SeatChanges {
  const t = useWords('structure');
  const write = useChangeOffice(team);
  const title = useTeamTitle();
  const label = t('undo.seats', { name: title(team) });
  const change = useCallback(
    (seat: Seat, patch: Partial<Seat>) =>
      write(({ seats }) => {
        const changed = (now: Seat): Seat => withoutGaps({ ...now, ...patch });
        return { seats: seats.some(({ key }) => key === seat.key) ? seats.map((one) => (one.key === seat.key ? changed(one) : one)) : [...seats, changed(seat)] };
      }, label),
    [write, label],
  );
  const takeOut = useCallback((key: string) => write(({ seats }) => ({ seats: seats.filter((one) => one.key !== key) }), label), [write, label]);
  return { change, takeOut };
}

/** A seat from which a person or a date was taken has no such field, rather than an empty one. */
function withoutGaps(seat: Seat): Seat {
  return Object.fromEntries(Object.entries(seat).filter(([, value]) => value !== undefined)) as Seat;
}
