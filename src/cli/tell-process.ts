import { type Language, Refusal, refusalText } from '#base/refusal.ts';
import type { ProcessNews, ProcessOrder } from './processes.ts';
import { paint, type Terminal } from './terminal.ts';

type Told = Exclude<ProcessNews, { kind: 'request' | 'refused' }>;
type Words = { [K in Told['kind']]: (news: Extract<Told, { kind: K }>) => string };

const zh: Words = {
  database: ({ how }) => `数据库：${databaseWords.zh[how]}`,
  migrated: ({ names }) =>
    names.length === 0 ? '数据库结构：已是最新' : `数据库结构：已升级（${names.join('、')}）`,
  'first-admin': ({ login, password }) =>
    password === null
      ? `系统管理员：已创建 ${login}，口令按设置`
      : `系统管理员：已创建 ${login}，口令 ${password}（只显示这一次，请尽快修改）`,
  web: ({ address }) => `网页：${address}`,
  worker: ({ sitesAtOnce }) =>
    sitesAtOnce === 0 ? '检测：本进程不检测网站' : `检测：同时最多 ${sitesAtOnce} 个网站`,
  ready: () => '服务已就绪（Ctrl-C 停止）',
  draining: () => '正在停止：保存进行中的检测…',
  stopped: () => '已停止',
  job: ({ job, key, result, tookMs }) => `完成 ${job} ${key} ${result} ${tookMs} ms`,
  trouble: ({ where, error }) => `故障（${where}）：${errorWords(error, 'zh')}`,
};

const en: Words = {
  database: ({ how }) => `Database: ${databaseWords.en[how]}`,
  migrated: ({ names }) =>
    names.length === 0 ? 'Schema: up to date' : `Schema: migrated (${names.join(', ')})`,
  'first-admin': ({ login, password }) =>
    password === null
      ? `Administrator: ${login} was made, password as set`
      : `Administrator: ${login} was made, password ${password} (shown once: change it soon)`,
  web: ({ address }) => `Web: ${address}`,
  worker: ({ sitesAtOnce }) =>
    sitesAtOnce === 0
      ? 'Worker: this process inspects nothing'
      : `Worker: up to ${sitesAtOnce} sites at once`,
  ready: () => 'Ready (Ctrl-C stops it)',
  draining: () => 'Stopping: what is being inspected is saved…',
  stopped: () => 'Stopped',
  job: ({ job, key, result, tookMs }) => `Done ${job} ${key} ${result} ${tookMs} ms`,
  trouble: ({ where, error }) => `Trouble (${where}): ${errorWords(error, 'en')}`,
};

const databaseWords = {
  zh: {
    preparing: '准备中…',
    creating: '首次建立…',
    waiting: '等待其就绪…',
    starting: '启动中…',
    started: '内置数据库已启动',
    joined: '已接入另一进程启动的内置数据库',
    server: '已连接外部数据库',
    lost: '已断开，重新启动中…',
    back: '已恢复',
  },
  en: {
    preparing: 'preparing…',
    creating: 'made for the first time…',
    waiting: 'waiting for it…',
    starting: 'starting…',
    started: 'the one of the data folder was started',
    joined: 'joined the one of the data folder, which another process started',
    server: 'connected to the server',
    lost: 'gone; it is started again…',
    back: 'back again',
  },
} as const;

function errorWords(error: unknown, language: Language): string {
  if (error instanceof Refusal) return refusalText(error.code, error.args, language);
  return error instanceof Error ? error.message || error.name : String(error);
}

/** Tells what happens in a process, one line a step; as JSON lines for programs. */
export function tellProcess(terminal: Terminal, isJson: boolean): ProcessOrder['tell'] {
  return (news) => {
    if (isJson) {
      const plain =
        news.kind === 'trouble' ? { ...news, error: errorWords(news.error, 'en') } : news;
      terminal.out(`${JSON.stringify(plain)}\n`);
      return;
    }
    // A line a request is for programs; a person at a terminal would read nothing else any more.
    if (news.kind === 'request' || news.kind === 'refused') return;
    // Each member takes its own kind of news, which the compiler cannot see through the index.
    const say = (terminal.language === 'zh' ? zh : en)[news.kind] as (of: Told) => string;
    const line = `${say(news)}\n`;
    if (news.kind === 'trouble') terminal.complain(paint(terminal, 'red', line));
    else terminal.out(line);
  };
}
