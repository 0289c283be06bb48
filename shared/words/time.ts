import { plain } from './calendar-words.ts';

/** Hours without a.m. or p.m. up to this one mean the afternoon or evening, when meetings are held. */
const LAST_EVENING_HOUR = 7;

/**
 * Reads a time as typed, in either language: 7pm, 7:30 p.m., 19:00, 7 de la noche, noon. A bare 7 or 6:30 means the evening,
 * 8 to 12 stand as they are, and 07:00 with its zero is the morning. Gives `HH:MM`, or null when it is no time.
 */
export function readTime(text: string): string | null {
  const written = plain(text).replace(/^(a las?|at|las?)\s+/, '');
  if (['mediodia', 'noon', '12 del dia', '12 m'].includes(written)) return '12:00';
  if (['medianoche', 'midnight'].includes(written)) return '00:00';
  const parts = /^(\d{1,2})(?:[:h ]?(\d{2}))?\s*(?:h|hrs?|horas)?\s*(am|a m|pm|p m|a|p|de la manana|de la tarde|de la noche)?$/.exec(written);
  if (!parts) return null;
  const [, hourWritten = '', minutes = '00', half] = parts;
  let hour = Number(hourWritten);
  if (half === undefined) {
    if (hour >= 1 && hour <= LAST_EVENING_HOUR && hourWritten.length === 1) hour += 12;
  } else {
    if (hour < 1 || hour > 12) return null;
    const morning = half.startsWith('a') || half === 'de la manana';
    hour = (hour % 12) + (morning ? 0 : 12);
  }
  if (hour > 23 || Number(minutes) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** `19:00` as "7:00 p.m."; both languages keep a 12-hour clock (domain §6.7). What is no `HH:MM` comes back as it is. */
export function timeInWords(time: string): string {
  const parts = /^(\d{2}):(\d{2})$/.exec(time);
  if (!parts) return time;
  const hour = Number(parts[1]);
  return `${hour % 12 || 12}:${parts[2] ?? ''} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}
