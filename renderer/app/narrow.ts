/**
 * A window too narrow for the rail beside the page: an office screen at 200 % zoom (WCAG 1.4.4). Paper is never it,
 * however narrow its page.
 */
export const NARROW = '@media screen and (max-width: 799px)';
