/** 32 hex letters that stand for an erased record's id in a server's list; the list itself says nothing. */
export function erasedMark(id: string): string;
