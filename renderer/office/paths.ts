/** Addresses of the pages about how the chapter is organized. */
export const NICKNAMES = '/office/nicknames';
