/**
 * Stands in the browser bundle for Node's `vm` (PouchDB: filter functions stored on a server, which we do not run) and
 * `crypto` (libsodium's branch for Node; in a browser it takes the browser's own). Nothing of it is ever called.
 */
 
export default {};
