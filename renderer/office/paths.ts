/** Addresses of the pages about how the chapter is organized. */
export const NICKNAMES = '/office/nicknames';

/** The cycles with their goals. */
export const CYCLES = '/office/cycles';

/** The groups of institutions. */
export const CLUSTERS = '/office/clusters';
