import { codeLabel } from '../../../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import type { Fields } from '../../edit-record.ts';

/** What a person gives and needs, in a few words for a line. */
export function useHelpingWords(): (person: Fields<'people'>) => string[] {
  const t = useWords('person');
  const { lang } = useLanguage();
  return ({ talents = [], canHost, transport, seats }) => [
    ...talents.map((talent) => codeLabel('talent', talent, lang)),
    canHost === true ? t('summary.host') : '',
    transport === 'drives' ? (seats === undefined ? t('summary.drivesSome') : t('summary.drives', { count: seats })) : '',
    transport === 'needs_ride' ? t('summary.needsRide') : '',
  ];
}
