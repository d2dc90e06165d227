import { parentPort, workerData } from 'node:worker_threads';
import { present } from '#base/assert.ts';
import { type ServeOptions, serveCity } from './serve-city.ts';

// A thread that serves a city, so that the city and who visits it have a core each. It tells its
// sites and truth, and closes when told to; with its process it is gone.

const port = present(parentPort, 'runs as a worker thread');
const city = await serveCity(workerData as ServeOptions);
port.postMessage({ sites: city.sites, truth: city.truth });
port.once('message', async () => {
  await city.close();
  port.close();
});
