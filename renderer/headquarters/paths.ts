/** Where headquarters' list lies in an opened chapter. */
export const HEADQUARTERS_PATH = '/headquarters';
