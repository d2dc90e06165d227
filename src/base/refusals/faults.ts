/** Refusals of a service whose database or disk fails it. */
export const faultRefusals = {
  'database-away': {
    zh: '数据库暂时无法连接。刚才的操作是否完成尚不确定：请稍后用同一个幂等键（Idempotency-Key）重发，已完成的不会重复。',
    en: 'The database is away for the moment, and whether this was done is not known. Send it again with the same Idempotency-Key: what was done is not done twice.',
  },
  'database-full': {
    zh: '数据库所在的磁盘已满，操作没有生效。已保存的内容都在；请腾出空间后重试。',
    en: 'The disk of the database is full. This was not done; what was saved is safe. Make room and try again.',
  },
  'restore-unfinished': {
    zh: '佐证目录 {folder} 中有一次没有完成的恢复。请再次执行同一条 xunwang restore 命令，它会接着完成。',
    en: 'A restore into {folder} was interrupted. Call the same `xunwang restore` again: it goes on to its end.',
  },
} as const;
