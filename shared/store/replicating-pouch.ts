import http from 'pouchdb-adapter-http';
import PouchDB from 'pouchdb-core';
import replication from 'pouchdb-replication';

// The one place that registers them: the replication plugin cannot be registered twice in a process.
PouchDB.plugin(http).plugin(replication);

/** PouchDB with its http adapter and its replication. */
export { PouchDB };
