/** Addresses of "Send and receive" and of what lies below it. */
export const SYNC_PATH = '/sync';
export const LOG_PATH = '/sync/log';
