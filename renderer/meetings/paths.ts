/** Addresses of this workplace; ids are random and say nothing about a meeting. */
export const MEETINGS = '/meetings';

/** The page of one meeting. */
export function meetingPath(id: string): string {
  return `${MEETINGS}/${id}`;
}

/** Its attendance sheet, to look at and to print. */
export function sheetPath(id: string): string {
  return `${MEETINGS}/${id}/sheet`;
}

/** Where codes are typed. */
export const TYPE = '/type';

/** The typing of one paper; its printed code says nothing about anybody. */
export function typePath(code: string): string {
  return `${TYPE}/${encodeURIComponent(code)}`;
}
