import { createRequire } from 'node:module';
import type * as Undici from 'undici';

// Of the library only what is used is loaded: with its fetch, caches and web sockets it takes twice
// the time to start and 15 MB more (decision 154).

const load = createRequire(import.meta.url);

/** A pool of connections for each origin. */
export const HttpAgent = load('undici/lib/dispatcher/agent.js') as typeof Undici.Agent;

/** Makes the function that opens connections. */
export const makeConnector = load('undici/lib/core/connect.js') as typeof Undici.buildConnector;
