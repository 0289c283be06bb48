import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { codesOf, listLabel } from '../../../../shared/domain/codes.ts';
import type { DuesPayment } from '../../../../shared/domain/institution-changes.ts';
import { moneyInWords } from '../../../../shared/words/money.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useSave } from '../../../app/saving.ts';
import { TextButton } from '../../../ui/Buttons.tsx';
import { SavedChoiceField } from '../../../ui/SavedChoiceField.tsx';
import { SavedDateField } from '../../../ui/SavedDateField.tsx';
import { useSaving } from '../../people/use-saving.tsx';

/** One payment: its amount and receipt stay as they are; a wrong one goes to the bin. Date and way of paying can be mended. */
export function PaymentRow({ payment, name, total }: { payment: DuesPayment; name: string; total: number }) {
  const t = useWords(['institutions', 'members']);
  const { lang } = useLanguage();
  const save = useSave();
  const { save: saving, failed } = useSaving();
  const amount = moneyInWords(payment.amount, lang);
  const method = listLabel('payment_method', lang);
  const write = (patch: Partial<DuesPayment>, field: string): Promise<unknown> => save.change('money', payment.id, patch, { undoLabel: t('members:undo.field', { field, name }) });
  const receipt = payment.receiptNo === undefined ? '' : t('dues.receiptNo', { number: payment.receiptNo });
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 2, pt: 1, pb: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 2 }}>
        <Typography className="figures" sx={{ fontWeight: 700 }}>
          {amount}
        </Typography>
        <Typography variant="body2" className="figures" sx={{ flex: 1, color: 'text.secondary' }}>
          {[receipt, t('dues.total', { amount: moneyInWords(total, lang) })].filter(Boolean).join(' · ')}
        </Typography>
        <TextButton aria-label={t('dues.binWhat', { amount })} onClick={() => saving(() => save.bin('money', payment.id, { undoLabel: t('undo.paymentBinned', { name, amount }) }))}>
          {t('members:bin.put')}
        </TextButton>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))', gap: 2 }}>
        <SavedDateField label={t('dues.paidOn')} value={payment.on} onSave={(on) => (on === undefined ? Promise.resolve() : write({ on }, t('dues.paidOn')))} />
        <SavedChoiceField label={method} choices={codesOf('payment_method').map((code) => ({ value: code.code, label: code[lang] }))} value={payment.method} onSave={(chosen) => write({ method: chosen }, method)} />
      </Box>
      {failed}
    </Box>
  );
}
