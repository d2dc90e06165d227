import { chinaTime } from '#base/civil-date.ts';
import type { Language } from '#base/refusal.ts';
import type { Role } from '#domain/person.ts';
import type { CampaignNews } from '#demo/watch-campaign.ts';
import { signIns } from '#demo/sign-ins.ts';
import { cutToWidth, padToWidth } from './display-width.ts';
import type { DemoNews, DemoOrder } from './processes.ts';
import { tellProcess } from './tell-process.ts';
import { paint, type Terminal } from './terminal.ts';

type Told<K extends DemoNews['kind']> = Extract<DemoNews, { kind: K }>;

const roleWords: Record<Language, Record<Role, string>> = {
  zh: {
    admin: '系统管理员',
    inspector: '监管员',
    reviewer: '复核员',
    leader: '签发人',
    'unit-editor': '单位经办人（市民政局）',
    'unit-head': '单位负责人（市民政局）',
    auditor: '审计员',
  },
  en: {
    admin: 'administrator',
    inspector: 'inspector',
    reviewer: 'reviewer',
    leader: 'leader, who signs',
    'unit-editor': 'editor of a unit (市民政局)',
    'unit-head': 'head of a unit (市民政局)',
    auditor: 'auditor',
  },
};

const words = {
  zh: {
    brokenOff: '上次演示的历史未完成，重新生成',
    history: '正在推演一年的历史（各步均为系统的真实操作）…',
    open: (address: string, now: string) =>
      `\n演示已启动：${address}\n演示时钟：${now}（自此如常行走）\n\n`,
    password: (password: string) => `  口令均为 ${password}`,
    code: (login: string) => `  需要双因素验证码时：npm run -s demo -- --code ${login}`,
    others: '  其他单位经办人：u1 至 u35',
    login: '登录名',
    running: (name: string) => `现场抽查：${name}`,
    sites: '个网站',
    pages: '页',
    done: ({ counts: { sites, verdicts } }: CampaignNews) =>
      `抽查完成，等待复核：${sites} 个网站，合格 ${verdicts.pass}，不合格 ${verdicts.fail}，未测全 ${verdicts.incomplete}`,
    state: (name: string, state: string) => `${name}：${state}`,
    next: (address: string) => [
      '接下来可以：',
      `  打开 ${address}，以 inspector 登录，复核问题、听取意见、起草通报`,
      '  以 leader 登录签发通报；以 editor 登录说明、申诉、整改',
      '  查看往季通报、整改、约谈和一年的监测曲线',
      `  接口说明：${address}api/openapi.json`,
      'Ctrl-C 停止（数据保留，再次 npm run demo 数秒即可继续；--fresh 重新开始）',
    ],
  },
  en: {
    brokenOff: 'The history was not finished the last time: it is made anew',
    history: 'Playing the year before, by the real acts of the office…',
    open: (address: string, now: string) =>
      `\nThe demo is up: ${address}\nIts clock: ${now} in China, running on from here\n\n`,
    password: (password: string) => `  The password of all is ${password}`,
    code: (login: string) => `  When asked for a code: npm run -s demo -- --code ${login}`,
    others: '  Editors of the other units: u1 to u35',
    login: 'sign in as',
    running: (name: string) => `Live: ${name}`,
    sites: 'sites',
    pages: 'pages',
    done: ({ counts: { sites, verdicts } }: CampaignNews) =>
      `Inspected, and waiting for review: ${sites} sites, ${verdicts.pass} pass, ${verdicts.fail} fail, ${verdicts.incomplete} incomplete`,
    state: (name: string, state: string) => `${name}: ${state}`,
    next: (address: string) => [
      'What to do next:',
      `  open ${address} as inspector: review the findings, hear the units, draft the circular`,
      '  sign it as leader; explain, appeal and mend as editor',
      '  look at the circulars, orders, talks and the monitoring of the year before',
      `  the API: ${address}api/openapi.json`,
      'Ctrl-C stops it; npm run demo goes on with the same data in seconds; --fresh begins anew',
    ],
  },
} as const;

/** Tells a newcomer what happens, in few lines; as JSON lines for programs. */
export function tellDemo(
  terminal: Terminal,
  { json, password }: { json: boolean; password: string },
): DemoOrder['tell'] {
  const plain = tellProcess(terminal, json);
  if (json) {
    return (news) =>
      news.kind.startsWith('demo-')
        ? terminal.out(`${JSON.stringify(news)}\n`)
        : plain(news as Parameters<typeof plain>[0]);
  }
  const view = new DemoView(terminal, password);
  return (news) => {
    switch (news.kind) {
      case 'demo-broken-off':
      case 'demo-chapter':
      case 'demo-open':
      case 'demo-campaign':
      case 'demo-ready':
        return view.tell(news);
      case 'web':
        view.address = news.address;
        return;
      case 'draining':
        view.endLine();
        return plain(news);
      // What a service's log says of its jobs and tables is not what a newcomer looks for.
      case 'request':
      case 'job':
      case 'migrated':
      case 'worker':
      case 'ready':
        return;
      default:
        view.endLine();
        return plain(news);
    }
  };
}

/** What was drawn so far. */
class DemoView {
  address = '';
  readonly #terminal: Terminal;
  readonly #password: string;
  #isLineOpen = false;
  #told = '';

  constructor(terminal: Terminal, password: string) {
    this.#terminal = terminal;
    this.#password = password;
  }

  tell(news: DemoNews): void {
    switch (news.kind) {
      case 'demo-broken-off':
        return this.#say(this.#text.brokenOff);
      case 'demo-chapter':
        return this.#chapter(news);
      case 'demo-open':
        return this.#open(news);
      case 'demo-campaign':
        return this.#campaign(news.campaign);
      case 'demo-ready':
        return this.#ready(news.campaign);
    }
  }

  /** A line that is drawn over and over stays as it was drawn last. */
  endLine(): void {
    if (this.#isLineOpen) this.#terminal.complain('\n');
    this.#isLineOpen = false;
  }

  get #text() {
    return words[this.#terminal.language];
  }

  #say(line: string): void {
    this.endLine();
    this.#terminal.out(`${line}\n`);
  }

  #chapter({ title, done, of, tookMs }: Told<'demo-chapter'>): void {
    if (done === 1) this.#say(this.#text.history);
    const place = `[${String(done).padStart(2)}/${of}]`;
    const name = padToWidth(title[this.#terminal.language], 48, 'left');
    this.#say(`  ${place} ${name} ${(tookMs / 1000).toFixed(1)} s`);
  }

  #open({ now }: Told<'demo-open'>): void {
    const { language } = this.#terminal;
    const text = this.#text;
    this.endLine();
    this.#terminal.out(text.open(this.address, chinaTime(now)));
    for (const { login, role, secondFactor } of signIns) {
      const who = padToWidth(roleWords[language][role], 32, 'left');
      this.#say(`  ${who} ${login}${secondFactor ? ' *' : ''}`);
    }
    this.#say(text.others);
    this.#say(text.password(this.#password));
    this.#say(`* ${text.code('leader').trimStart()}\n`);
  }

  #campaign({ name, counts, live }: CampaignNews): void {
    const { states, sites } = counts;
    const pages = live.reduce((sum, { progress }) => sum + (progress?.pages ?? 0), 0);
    const at = live.map(({ unit }) => unit).join('、');
    const text = this.#text;
    if (!this.#terminal.isLive) {
      const line = `${text.running(name)} ${states.measured}/${sites} ${text.sites}`;
      if (line !== this.#told) this.#terminal.complain(`${line}\n`);
      this.#told = line;
      return;
    }
    const line = `${text.running(name)}  ${bar(states.measured / sites)} ${states.measured}/${sites} ${text.sites}  ${pages} ${text.pages}  ${at}`;
    this.#terminal.complain(`\r\u001b[K${cutToWidth(line, this.#terminal.widthColumns)}`);
    this.#isLineOpen = true;
  }

  #ready(campaign: CampaignNews): void {
    const text = this.#text;
    if (this.#isLineOpen) this.#terminal.complain('\r\u001b[K');
    this.#isLineOpen = false;
    const isReviewing = campaign.state === 'reviewing';
    const said = isReviewing ? text.done(campaign) : text.state(campaign.name, campaign.state);
    this.#say(paint(this.#terminal, 'green', said));
    this.#say(`\n${text.next(this.address).join('\n')}`);
  }
}

const BAR = 20;

function bar(share: number): string {
  const full = Math.round(share * BAR);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
}
