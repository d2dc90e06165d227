import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Table, type TableFile, writeTable } from './write-table.ts';

/** Fewer rows are written sooner than a thread is started. */
const FEW_ROWS = 1000;

/** A table as a file; a large one is written in a thread, while this one answers others. */
export async function writeLargeTable(table: Table): Promise<TableFile> {
  if (table.rows.length < FEW_ROWS) return writeTable(table);
  const worker = new Worker(new URL('./table-thread.ts', import.meta.url), { workerData: table });
  try {
    const [file] = (await once(worker, 'message')) as [TableFile];
    return file;
  } finally {
    await worker.terminate();
  }
}
