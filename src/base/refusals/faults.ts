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
  'bucket-malformed': {
    zh: '对象存储的设置不完整：XUNWANG_S3_ENDPOINT、XUNWANG_S3_BUCKET、XUNWANG_S3_KEY、XUNWANG_S3_SECRET 须一并设置，地址以 http:// 或 https:// 开头。',
    en: 'The settings of the bucket are incomplete: set XUNWANG_S3_ENDPOINT, XUNWANG_S3_BUCKET, XUNWANG_S3_KEY and XUNWANG_S3_SECRET together, the address with http:// or https://.',
  },
  'bucket-failed': {
    zh: '对象存储没有完成 {folder}（{why}：{detail}）。本地佐证都在；排除原因后会自动重试。',
    en: 'The bucket did not take or give {folder} ({why}: {detail}). The evidence here is safe; it is tried again by itself once the reason is gone.',
  },
  'bucket-damaged': {
    zh: '对象存储中的 {file} 与存入时不一致，未取回。请从对象存储的历史版本或备份中恢复该文件。',
    en: '{file} in the bucket is not what was put there, and was not brought back. Restore it from the bucket’s own versions or from a backup.',
  },
  'last-look-open': {
    zh: '签发前的最后复查尚有 {count} 个网站没有完成。完成后再签发；已恢复的问题会从通报中去掉。',
    en: 'The last look before signing is still to be made at {count} sites. Sign when it is done: what has recovered is dropped from the circular.',
  },
  'evidence-unknown': {
    zh: '没有名为 {folder} 的佐证，或已过保存期限（见台账）。',
    en: 'There is no evidence {folder}, or its time was over and the ledger says so.',
  },
} as const;
