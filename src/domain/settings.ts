import { evidenceSettings } from './evidence-settings.ts';
import { portalSettings } from './portal-settings.ts';
import type { Setting } from './setting.ts';
import { publicSettings } from './public-settings.ts';
import { webSettings } from './web-settings.ts';

/** Every setting of the service. All of them come from the environment, and from nowhere else. */
export const settings = {
  data: {
    env: 'XUNWANG_DATA',
    kind: 'text',
    default: 'xunwang-data',
    unit: null,
    doc: {
      zh: '数据目录：内置数据库和佐证存放于此',
      en: 'folder of the data: the database that comes with it, and the evidence',
    },
  },
  databaseUrl: {
    env: 'DATABASE_URL',
    kind: 'text',
    default: null,
    unit: null,
    secret: true,
    doc: {
      zh: '外部 PostgreSQL 的地址；不设则用数据目录中的内置数据库',
      en: 'address of a PostgreSQL server; without it the database in the data folder is used',
    },
  },
  evidence: {
    env: 'XUNWANG_EVIDENCE',
    kind: 'text',
    default: null,
    unit: null,
    doc: {
      zh: '佐证目录，默认为数据目录下的 evidence；多台机器须共用同一目录',
      en: 'folder of the evidence, `evidence` in the data folder by default; several machines share one',
    },
  },
  host: {
    env: 'XUNWANG_HOST',
    kind: 'text',
    default: '127.0.0.1',
    unit: null,
    doc: { zh: '网页服务监听的地址', en: 'address that the web server listens on' },
  },
  port: {
    env: 'XUNWANG_PORT',
    kind: 'port',
    default: '8600',
    unit: null,
    doc: { zh: '网页服务的端口，0 表示任选', en: 'port of the web server; 0: any free one' },
  },
  sitesAtOnce: {
    env: 'XUNWANG_SITES_AT_ONCE',
    kind: 'count',
    default: '4',
    unit: 'sites',
    least: 0,
    most: 200,
    doc: {
      zh: '每个进程同时检测的网站数；0 表示本进程不检测',
      en: 'sites that a process inspects at once; 0: it inspects none',
    },
  },
  threads: {
    env: 'XUNWANG_THREADS',
    kind: 'count',
    default: '2',
    unit: 'threads',
    least: 0,
    most: 64,
    doc: {
      zh: '每个进程用于检测的线程数，各网站共用；0 表示不另开线程',
      en: 'threads of a process that all its sites share; 0: it inspects without',
    },
  },
  connections: {
    env: 'XUNWANG_CONNECTIONS',
    kind: 'count',
    default: '12',
    unit: 'connections',
    least: 3,
    most: 200,
    doc: {
      zh: '每个进程的数据库连接数上限',
      en: 'connections to the database that a process may hold',
    },
  },
  sweepMs: {
    env: 'XUNWANG_SWEEP',
    kind: 'duration',
    default: '2000',
    unit: 'ms',
    least: 100,
    most: 60_000,
    doc: {
      zh: '多久查看一次等待检测的网站和失联的进程',
      en: 'how often waiting sites and dead workers are looked for',
    },
  },
  heartbeatMs: {
    env: 'XUNWANG_HEARTBEAT',
    kind: 'duration',
    default: '1000',
    unit: 'ms',
    least: 100,
    most: 30_000,
    doc: {
      zh: '检测进程多久报告一次进度',
      en: 'how often a worker says how far it is',
    },
  },
  retryMs: {
    env: 'XUNWANG_RETRY',
    kind: 'duration',
    default: '60000',
    unit: 'ms',
    least: 0,
    most: 86_400_000,
    doc: {
      zh: '因我方故障失败的检测隔多久重试',
      en: 'how long after a fault of ours a site is tried again',
    },
  },
  drainMs: {
    env: 'XUNWANG_DRAIN',
    kind: 'duration',
    default: '20000',
    unit: 'ms',
    least: 0,
    most: 600_000,
    doc: {
      zh: '停止时最多等待正在进行的工作多久',
      en: 'how long a stop waits for what is being done',
    },
  },
  origin: {
    env: 'XUNWANG_ORIGIN',
    kind: 'text',
    default: 'http://127.0.0.1:8600',
    unit: null,
    doc: {
      zh: '服务的对外地址，用于邮件和回调中的链接',
      en: 'address of the service as people reach it, for links in mail and webhooks',
    },
  },
  smtp: {
    env: 'XUNWANG_SMTP',
    kind: 'text',
    default: null,
    unit: null,
    secret: true,
    doc: {
      zh: '邮件服务器，如 smtps://用户:口令@主机:465；不设则不发邮件',
      en: 'mail server, as smtps://user:password@host:465; without it no mail is sent',
    },
  },
  mailFrom: {
    env: 'XUNWANG_MAIL_FROM',
    kind: 'text',
    default: 'xunwang@localhost',
    unit: null,
    doc: { zh: '邮件的发件地址', en: 'address that mail is sent from' },
  },
  ...evidenceSettings,
  ...webSettings,
  ...portalSettings,
  ...publicSettings,
  region: {
    env: 'XUNWANG_REGION',
    kind: 'text',
    default: '本市',
    unit: null,
    doc: {
      zh: '首次启动时建立的地区的名称',
      en: 'name of the region that the first start makes',
    },
  },
  monitoring: {
    env: 'XUNWANG_MONITORING',
    kind: 'count',
    default: '1',
    unit: '0 or 1',
    least: 0,
    most: 1,
    doc: {
      zh: '是否进行常态化监测：1 是，0 否',
      en: 'whether standing monitoring is on: 1 yes, 0 no',
    },
  },
  controls: {
    env: 'XUNWANG_CONTROLS',
    kind: 'text',
    default: null,
    unit: null,
    doc: {
      zh: '对照网站的地址，以逗号分隔；它们也打不开时，故障算在我方网络',
      en: 'addresses of control hosts, by commas; when they fail too, the fault is our network’s',
    },
  },
  allowNet: {
    env: 'XUNWANG_ALLOW_NET',
    kind: 'text',
    default: null,
    unit: null,
    doc: {
      zh: '允许监测访问的内网网段（CIDR），以逗号分隔',
      en: 'private networks that monitoring may visit, as CIDR, by commas',
    },
  },
  contact: {
    env: 'XUNWANG_CONTACT',
    kind: 'text',
    default: null,
    unit: null,
    doc: {
      zh: '写在访问标识里的联系方式',
      en: 'where owners of servers can write to; stands in the user agent',
    },
  },
  adminLogin: {
    env: 'XUNWANG_ADMIN_LOGIN',
    kind: 'text',
    default: 'admin',
    unit: null,
    doc: {
      zh: '首次启动时创建的系统管理员的登录名',
      en: 'login of the administrator that the first start makes',
    },
  },
  adminPassword: {
    env: 'XUNWANG_ADMIN_PASSWORD',
    kind: 'text',
    default: null,
    unit: null,
    secret: true,
    doc: {
      zh: '其口令；不设则随机生成，并在首次启动时显示一次',
      en: 'its password; made up and shown once at the first start when left out',
    },
  },
  demoPassword: {
    env: 'XUNWANG_DEMO_PASSWORD',
    kind: 'text',
    default: null,
    unit: null,
    secret: true,
    doc: {
      zh: '演示中所有人员的口令；不设则用公开的演示口令，且只能在本机访问',
      en: 'password of everybody in the demo; without it a known one, and this machine alone may come in',
    },
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

type ValueOf<S extends Setting> = S['kind'] extends 'text'
  ? S['default'] extends null
    ? string | null
    : string
  : number;

/** The values of all settings. */
export type Settings = { -readonly [N in SettingName]: ValueOf<(typeof settings)[N]> };

/** What is wrong with the environment, a setting a line. */
export interface SettingMistake {
  env: string;
  why: 'unknown' | 'no-number' | 'out-of-range' | 'empty';
  least: number | null;
  most: number | null;
}
