import { moneyInWords, readMoney } from '../../../../shared/words/money.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { SavedTextField, type SavedTextFieldProps } from '../../../ui/SavedTextField.tsx';
import { UnreadableMoney } from './unreadable-money.ts';

/** An amount of money, typed in either language's way and kept in cents; what cannot be read stays in the field to be mended. */
export function SavedMoneyField({ value, onSave, ...texts }: Pick<SavedTextFieldProps, 'label' | 'hint'> & { value: number | undefined; onSave: (cents: number | undefined) => Promise<unknown> }) {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  return (
    <SavedTextField
      {...texts}
      value={value === undefined ? '' : moneyInWords(value, lang)}
      onSave={(typed) => {
        if (typed.trim() === '') return onSave(undefined);
        const cents = readMoney(typed);
        return cents === null ? Promise.reject(new UnreadableMoney()) : onSave(cents);
      }}
      sentenceOf={(problem) => (problem instanceof UnreadableMoney ? t('money.unreadable') : undefined)}
    />
  );
}
