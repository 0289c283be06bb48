/** The parts of a person's page that open. */
export type PersonPart = 'name' | 'contacts' | 'places' | 'language' | 'helping' | 'ties' | 'consents' | 'growth' | 'notes';

/** Where a text that waits for a decision stands (see `held-as.ts`). */
export function partOfHeld(field: string): PersonPart {
  const [name = ''] = field.split(' ');
  const parts: Readonly<Record<string, PersonPart>> = {
    alsoKnownAs: 'name',
    contacts: 'contacts',
    area: 'language',
    mailingAddress: 'language',
    talents: 'helping',
    accessNeeds: 'helping',
    tags: 'ties',
    notes: 'notes',
  };
  return parts[name] ?? 'growth';
}
