/** The page of the log, below "Send and receive". */
export const LOG_PATH = '/sync/log';
