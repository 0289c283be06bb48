import { useMemo } from 'react';
import type { Institution } from '../../../../shared/domain/institution.ts';
import type { DuesPayment } from '../../../../shared/domain/institution-changes.ts';
import { firstDayOf } from '../../../../shared/domain/calendar.ts';
import { duesEndOf, standingOf, type Standing } from '../../../../shared/domain/institution-states.ts';
import { duesAccount, type DuesAccount } from '../../../../shared/reports/dues-account.ts';
import { todayHere } from '../../../../shared/words/date.ts';
import { useLiveQuery } from '../../../app/records.ts';
import type { InstitutionFacts } from '../use-institution-facts.ts';
import { useInstitutions } from '../use-institutions.ts';
import { useStandings } from '../use-standings.ts';

function accountOf(institution: Pick<Institution, 'dues'>, payments: readonly DuesPayment[], standing: Standing | undefined): DuesAccount {
  return duesAccount(institution.dues ?? [], payments, firstDayOf(todayHere()), standing === undefined ? undefined : duesEndOf(standing));
}

/** What one institution owes today. */
export function duesOf(institution: Institution, facts: Pick<InstitutionFacts, 'payments' | 'changes'>): DuesAccount {
  return accountOf(institution, facts.payments, standingOf(institution, facts.changes));
}

/** What every institution owes today, live; undefined while the payments are read. */
export function useAllDues(): ReadonlyMap<string, DuesAccount> | undefined {
  const { all } = useInstitutions();
  const standings = useStandings();
  const payments = useLiveQuery('money', { selector: { kind: 'dues' } });
  return useMemo(() => {
    if (payments === undefined) return undefined;
    const of = new Map<string, DuesPayment[]>();
    for (const payment of payments) of.set(payment.institution, [...(of.get(payment.institution) ?? []), payment]);
    return new Map(all.map((institution) => [institution.id, accountOf(institution, of.get(institution.id) ?? [], standings.get(institution.id))]));
  }, [all, standings, payments]);
}
