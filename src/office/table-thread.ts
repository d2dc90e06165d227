import { parentPort, workerData } from 'node:worker_threads';
import { present } from '#base/assert.ts';
import { type Table, writeTable } from './write-table.ts';

// Writes one large table beside the thread that answers people.

const file = writeTable(workerData as Table);
present(parentPort, 'runs as a thread').postMessage(file);
