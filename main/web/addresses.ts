/** Addresses of the page's calls to its host: `/host/unlock` and `/host/call/<name>`. */
export const HOST_PREFIX = '/host/';
