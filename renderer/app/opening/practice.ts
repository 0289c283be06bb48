/** Practice chapters hold nobody's data, so that their passphrase is said openly on the lock screen. */
export const PRACTICE_PASSPHRASE = 'practica';
