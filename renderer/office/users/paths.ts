/** Addresses of the pages about who opens the chapter. */
export const OFFICE = '/office';
export const PEOPLE = '/office/people';
export const PASSPHRASE = '/office/passphrase';
export const SHEET = '/office/recovery-sheet';
