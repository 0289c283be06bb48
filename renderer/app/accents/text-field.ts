import { isTyping } from '../shell-keys.ts';

/** A field in which letters are typed where others can read them. */
export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** The text field that an event came from; null for anything else, and for what is typed hidden. */
export function textFieldOf(target: EventTarget | null): TextField | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && isTyping(target) && target.type !== 'password' ? target : null;
}

/** Puts a text where the cursor is, in place of what is marked, as if it had been typed; nothing where the field has no room. */
export function typeInto(field: TextField, text: string): void {
  const [from, to] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
  replaceIn(field, from, to, text);
}

/** Puts a text in place of the letters `from` until before `to`, and the cursor behind it. */
export function replaceIn(field: TextField, from: number, to: number, text: string): void {
  if (field.disabled || field.readOnly) return;
  if (field.maxLength >= 0 && field.value.length - (to - from) + text.length > field.maxLength) return;
  const value = field.value.slice(0, from) + text + field.value.slice(to);
  // React watches the field's own `value`; set above it, the event tells React of the change.
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Reflect.set(prototype, 'value', value, field);
  // A field for e-mail has no place of the cursor that can be asked or set.
  if (field.selectionStart !== null) field.setSelectionRange(from + text.length, from + text.length);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}
