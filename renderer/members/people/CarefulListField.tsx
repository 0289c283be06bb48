import { CarefulTextField, type CarefulTextFieldProps } from '../../ui/CarefulTextField.tsx';
import { writtenList } from './written.ts';

/** Several words of one's own, typed with commas between them, with the gentle stop of every text about a person (domain §5.2). */
export function CarefulListField({
  value,
  onSave,
  ...field
}: Omit<CarefulTextFieldProps, 'value' | 'onSave' | 'isList'> & {
  value: readonly string[] | undefined;
  onSave: (words: string[] | undefined) => Promise<unknown>;
}) {
  return <CarefulTextField {...field} isList value={value?.join(', ')} onSave={(text) => onSave(writtenList(text))} />;
}
