/** How the name of a backup file ends; Electron's dialog takes letters and digits only. */
export const BACKUP_ENDING = '.backup';

/** A larger file is not read: no chapter's backup comes near. */
export const BACKUP_LIMIT = 1_500_000_000;
