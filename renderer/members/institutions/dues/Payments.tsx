import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { DuesPayment } from '../../../../shared/domain/institution-changes.ts';
import type { Institution } from '../../../../shared/domain/institution.ts';
import { todayHere } from '../../../../shared/words/date.ts';
import { moneyInWords, readMoney } from '../../../../shared/words/money.ts';
import { useChapter } from '../../../app/chapter.tsx';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useSave } from '../../../app/saving.ts';
import { AddField } from '../../../ui/AddField.tsx';
import { giveReceiptNumber } from './give-receipt.ts';
import { PaymentRow } from './PaymentRow.tsx';
import { UnreadableMoney } from './unreadable-money.ts';

/** Money that came in: the amount is typed and becomes a payment of today with this PC's next receipt number. */
export function Payments({ institution, payments }: { institution: Institution; payments: readonly DuesPayment[] }) {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  const chapter = useChapter();
  const save = useSave();
  const { id, name } = institution;
  const add = async (typed: string): Promise<void> => {
    const amount = readMoney(typed);
    if (amount === null || amount === 0) throw new UnreadableMoney();
    const receiptNo = await giveReceiptNumber(chapter);
    await save.create('money', { kind: 'dues', institution: id, on: todayHere(), amount, receiptNo }, { undoLabel: t('undo.payment', { name, amount: moneyInWords(amount, lang) }) });
  };
  const totals = runningTotals(payments);
  return (
    <Box role="group" aria-label={t('dues.payments')} sx={{ display: 'grid', gap: 1.5, borderTop: 1, borderColor: 'divider', pt: 2 }}>
      <Box sx={{ maxWidth: 360 }}>
        <AddField
          label={t(payments.length === 0 ? 'dues.addPayment' : 'dues.anotherPayment')}
          hint={t('dues.paymentHint')}
          onAdd={add}
          sentenceOf={(problem) => (problem instanceof UnreadableMoney ? t('money.unreadable') : undefined)}
        />
      </Box>
      {payments.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('dues.noPayments')}</Typography>
      ) : (
        <Box component="ul" aria-label={t('dues.payments')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
          {payments.map((payment, at) => (
            <PaymentRow key={payment.id} payment={payment} name={name} total={totals[at] ?? 0} />
          ))}
        </Box>
      )}
    </Box>
  );
}

/** Beside each payment, latest first, what had come in by then. */
function runningTotals(payments: readonly DuesPayment[]): readonly number[] {
  let sum = 0;
  return payments.map((_payment, at) => (sum += payments.at(-1 - at)?.amount ?? 0)).reverse();
}
