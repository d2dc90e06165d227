/**
 * What a new data folder starts with, written into its `postgresql.conf` once: whoever runs the
 * office may change it there. Sized so that web, worker and database stay under 700 MB at rest.
 */
const TUNING: Readonly<Record<string, string>> = {
  shared_buffers: '64MB',
  max_connections: '60',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  // A container often has 64 MB of /dev/shm, which parallel plans would fill.
  max_parallel_workers_per_gather: '0',
  max_worker_processes: '4',
  // The worker method of 18 costs three processes; one disk gains nothing by it.
  io_method: 'sync',
  jit: 'off',
  min_wal_size: '80MB',
  max_wal_size: '512MB',
  checkpoint_timeout: '15min',
  wal_level: 'minimal',
  max_wal_senders: '0',
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  lc_messages: "'C'",
  log_checkpoints: 'off',
  log_truncate_on_rotation: 'off',
};

/** Settings of the log: files of a bounded size; `prune-logs.ts` bounds their number. */
const LOG: Readonly<Record<string, string>> = {
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'server-%Y%m%d-%H%M%S.log',
  log_rotation_age: '1d',
  log_rotation_size: '5MB',
};

/** Never to be changed by a file: only a socket in a folder of ours alone is listened on. */
const DOOR: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  port: '5432',
};

/** The text that follows PostgreSQL's own in `postgresql.conf`. */
export function tuningText(extra: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ ...TUNING, ...extra }).map(
    ([name, value]) => `${name} = ${value}`,
  );
  return `\n# Xunwang's settings; yours may follow below.\n${lines.join('\n')}\n`;
}

/** Arguments of the `postgres` program. */
export function serverArguments(dataPath: string, socketPath: string): string[] {
  const settings = { ...LOG, ...DOOR, unix_socket_directories: socketPath };
  return [
    '-D',
    dataPath,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}
