import { makeFresh } from './freshness.ts';

/** `npm run build`: builds what is stale; `-- --all` builds everything. */
const made = await makeFresh(['renderer', 'host', 'electron', 'preload', 'neighbour'], process.argv.includes('--all'));
process.stdout.write(made.length > 0 ? `Built: ${made.join(', ')}.\n` : 'Everything is built already.\n');
