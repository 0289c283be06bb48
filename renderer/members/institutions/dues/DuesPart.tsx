import type { Institution } from '../../../../shared/domain/institution.ts';
import { termOn } from '../../../../shared/domain/dues-terms.ts';
import { todayHere } from '../../../../shared/words/date.ts';
import { moneyInWords } from '../../../../shared/words/money.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import type { EditRecord } from '../../edit-record.ts';
import { PagePart, type Parts } from '../PagePart.tsx';
import type { InstitutionFacts } from '../use-institution-facts.ts';
import { DuesFigures } from './DuesFigures.tsx';
import { DuesTerms } from './DuesTerms.tsx';
import { Payments } from './Payments.tsx';
import { duesOf } from './use-dues.ts';
import { useAccountWords } from './use-account-words.ts';

/** What an institution gives a year, what it paid, and what it owes today (domain §2.2, §4.10). */
export function DuesPart({ institution, facts, edit, parts }: { institution: Institution; facts: InstitutionFacts; edit: EditRecord<'institutions'>; parts: Parts }) {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  const words = useAccountWords();
  const account = duesOf(institution, facts);
  const amount = termOn(institution.dues ?? [], todayHere())?.amountPerYear;
  const aYear = amount === undefined || account.state === 'waived' ? '' : t('dues.aYear', { amount: moneyInWords(amount, lang) });
  return (
    <PagePart name="dues" parts={parts} title={t('dues.title')} summary={[aYear, words(account)].filter(Boolean).join(' · ')}>
      {account.billed > 0 || account.paid > 0 ? <DuesFigures account={account} /> : null}
      <DuesTerms institution={institution} edit={edit} />
      <Payments institution={institution} payments={facts.payments} />
    </PagePart>
  );
}
