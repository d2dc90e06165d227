import type { Setting } from './setting.ts';

const days = { kind: 'count', unit: 'days', least: 1, most: 36_500 } as const;

/** Settings of the evidence: the bucket it is kept in, and how long it is kept. */
export const evidenceSettings = {
  s3Endpoint: {
    env: 'XUNWANG_S3_ENDPOINT',
    kind: 'text',
    default: null,
    unit: null,
    doc: {
      zh: 'S3 兼容对象存储的地址，如 https://s3.example.cn；不设则佐证只存于目录',
      en: 'address of an S3-compatible store; without it evidence is kept in the folder alone',
    },
  },
  s3Bucket: {
    env: 'XUNWANG_S3_BUCKET',
    kind: 'text',
    default: null,
    unit: null,
    doc: { zh: '存放佐证的桶', en: 'bucket that evidence is kept in' },
  },
  s3Region: {
    env: 'XUNWANG_S3_REGION',
    kind: 'text',
    default: 'us-east-1',
    unit: null,
    doc: {
      zh: '桶所在的区域，用于签名',
      en: 'region of the bucket, which requests are signed for',
    },
  },
  s3Key: {
    env: 'XUNWANG_S3_KEY',
    kind: 'text',
    default: null,
    unit: null,
    doc: { zh: '访问密钥的编号', en: 'id of the access key' },
  },
  s3Secret: {
    env: 'XUNWANG_S3_SECRET',
    kind: 'text',
    default: null,
    unit: null,
    secret: true,
    doc: { zh: '访问密钥', en: 'secret of the access key' },
  },
  s3Prefix: {
    env: 'XUNWANG_S3_PREFIX',
    kind: 'text',
    default: 'xunwang/',
    unit: null,
    doc: { zh: '桶内所有名称的前缀', en: 'stands before every name in the bucket' },
  },
  localDays: {
    ...days,
    env: 'XUNWANG_EVIDENCE_LOCAL_DAYS',
    default: '30',
    doc: {
      zh: '已存入对象存储的佐证在本地再留多少天',
      en: 'days that evidence stays in the folder once the bucket has it',
    },
  },
  keepChargedDays: {
    ...days,
    env: 'XUNWANG_KEEP_CHARGED',
    default: '1827',
    doc: {
      zh: '有扣分问题的佐证和整改复查的佐证保存多少天（五年）',
      en: 'days that evidence of charged findings and of rechecks is kept (five years)',
    },
  },
  keepVisitsDays: {
    ...days,
    env: 'XUNWANG_KEEP_VISITS',
    default: '90',
    doc: {
      zh: '其他访问记录保存多少天',
      en: 'days that all other visits are kept',
    },
  },
  keepProbesDays: {
    ...days,
    env: 'XUNWANG_KEEP_PROBES',
    default: '400',
    doc: {
      zh: '监测的每次访问保存多少天，之后只按日存数量',
      en: 'days that each visit of monitoring is kept; after that, counts by day',
    },
  },
} as const satisfies Record<string, Setting>;
