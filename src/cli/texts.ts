import type { Language } from '#base/refusal.ts';

/** What the command line says of itself, in both languages. */
const texts = {
  program: {
    zh: '巡网：抽查政府网站，按官方评分表计分，生成通报；每一分都可追溯到佐证。',
    en: 'Xunwang inspects government websites, scores them by the official rubric and issues the circular; every point leads back to its evidence.',
  },
  version: { zh: '显示版本', en: 'print the version' },
  help: { zh: '显示帮助', en: 'show help' },
  lang: { zh: '界面语言，默认按系统区域', en: 'language of the output; by locale when left out' },
  examples: { zh: '示例：', en: 'Examples:' },
  json: { zh: '输出 JSON（供程序使用）', en: 'print JSON, for programs' },
  rubric: { zh: '评分表编号或文件', en: 'rubric by id, or a file' },
  overlay: {
    zh: '叠加的地方规则（编号或文件，可重复）',
    en: 'local overlay, by id or file; may be repeated',
  },
  asOfRun: {
    zh: '改用另一核查基准日 YYYY-MM-DD，默认为原基准日',
    en: 'another day to judge by, YYYY-MM-DD; the day of the run when left out',
  },
  asOfCity: {
    zh: '模拟城市的当天 YYYY-MM-DD，默认 2019-05-27',
    en: 'the day it is in the city, YYYY-MM-DD; 2019-05-27 when left out',
  },
  asOf: {
    zh: '核查基准日 YYYY-MM-DD，默认今天',
    en: 'the day to judge by, YYYY-MM-DD; today when left out',
  },
  inspect: {
    zh: '抽查网站名单或网址，生成结果、通报和附件',
    en: 'inspect a list of sites or addresses; write result, circular and annex',
  },
  inspectTargets: {
    zh: '网站名单（csv、xlsx）或网址',
    en: 'list of sites (csv, xlsx) or addresses',
  },
  out: { zh: '结果目录（须为空或不存在）', en: 'folder for the results, empty or not there yet' },
  allowNet: {
    zh: '允许访问的内网地址段（CIDR，可多个），默认拒绝内网与本机地址',
    en: 'private networks that may be visited (CIDR, several); refused by default',
  },
  recheck: {
    zh: '疑似问题的复核次数与间隔，如 3x2s；0 表示不复核（则不确认任何问题）',
    en: 'how often and how far apart a suspicion is looked at again, like 3x2s; 0: never, and nothing is confirmed',
  },
  maxPages: { zh: '每个网站的页面上限', en: 'page budget of a site' },
  maxMinutes: {
    zh: '每个网站的抓取时限（分钟），到时未看的记为未测',
    en: 'minutes that the crawl of a site may take; what is left then is unmeasured',
  },
  only: {
    zh: '只查名单中的这些网站（单位、网址、标识码或编号，可重复）',
    en: 'only these sites of the list (unit, address, code or key; may be repeated)',
  },
  timeout: { zh: '一次访问的时限', en: 'time limit of a visit' },
  robots: {
    zh: 'robots.txt：obey 遵守，note 依职责查看并记录',
    en: 'robots.txt: obey it, or note it and look by right of office',
  },
  availability: {
    zh: '一并评判的首页可用性监测记录（xunwang probe 的目录）',
    en: 'series of availability to judge with the sites (folder of xunwang probe)',
  },
  probe: {
    zh: '一周内每天分散访问各网站首页，记录可用性',
    en: 'visit each homepage many times a day for a week; keep the series of availability',
  },
  probeOut: {
    zh: '监测目录（须为空或不存在；--resume 时为原目录）',
    en: 'folder for the series, empty or not there yet; the old one with --resume',
  },
  days: { zh: '监测天数', en: 'days to go on' },
  visitsPerDay: { zh: '每天访问次数，至少 20', en: 'visits of a day, at least 20' },
  since: {
    zh: '上一次检查的目录：问服务器此后是否有变化，没有变化的不再下载',
    en: 'folder of an earlier run: what servers say is unchanged since is not sent again',
  },
  quiet: {
    zh: '这段时间（北京时间，如 08:30-18:00）不发起访问，可重复',
    en: 'no request begins then (Beijing time, like 08:30-18:00); may be repeated',
  },
  control: {
    zh: '对照站点网址（可多个）：多数不应答时视为本方网络故障，不计入',
    en: 'control host, several; while most of them do not answer, the fault is taken for ours',
  },
  maintenance: {
    zh: '报备的维护（csv：网站、开始时间、结束时间、报备时间）；每次访问前重读',
    en: 'reported maintenance (csv: site, from, to, reported-at); read again before every visit',
  },
  jitterSeed: {
    zh: '访问时刻的随机种子，默认取开始时间',
    en: 'seed of the instants; from the time of the beginning when left out',
  },
  contact: {
    zh: '联系方式（邮箱或网址），写入请求头供对方查询',
    en: 'where owners of servers can write to; stands in the user agent',
  },
  probeResume: { zh: '继续被中断的监测', en: 'go on with an interrupted probe' },
  browser: {
    zh: '抓取读不到的页面：auto 能启动浏览器时用浏览器打开，off 不用（记为未测）',
    en: 'pages that a fetch cannot read: auto opens them in a browser where one can be started, off leaves them unmeasured',
  },
  pictures: {
    zh: '每个网站为已确认问题截图的张数上限，0 不截图；默认10个网站以内为3，否则为0',
    en: 'pictures taken of confirmed findings, a site at most; 0: none; 3 for up to 10 sites, else 0, by default',
  },
  brief: {
    zh: '通报所需而抓取不到的事实（yaml）',
    en: 'facts for the circular that no crawl can know (yaml)',
  },
  resume: { zh: '继续被中断的抽查', en: 'go on with an interrupted run' },
  noPdf: { zh: '不生成 PDF', en: 'make no PDF' },
  score: {
    zh: '按另一评分表重新计分，不访问任何网站',
    en: 'score a saved run by another rubric, touching no server',
  },
  runFolder: { zh: '抽查结果目录', en: 'folder of a run' },
  scoreOut: { zh: '把结果 JSON 写到文件', en: 'write the result JSON to a file' },
  whatIf: {
    zh: '假设这些问题已整改（问题编号，可重复）',
    en: 'suppose these findings were mended (ids, may be repeated)',
  },
  explain: {
    zh: '把每一分追溯到网址、时间、状态、佐证和条款',
    en: 'walk points back to address, instant, status, evidence and clause',
  },
  site: { zh: '只看一个网站（单位、网址或编号）', en: 'one site only (unit, address or key)' },
  finding: { zh: '只看一个问题', en: 'one finding only' },
  all: { zh: '疑似、未测的也列出', en: 'list suspected and unmeasured ones too' },
  verify: {
    zh: '用保存的佐证重新计算，指出不再成立的问题',
    en: 'recompute everything from the saved evidence; name what no longer holds',
  },
  audit: {
    zh: '核对手工编制的通报附件：重算每一行、每个数字',
    en: 'check an annex made by hand: recompute every row and figure',
  },
  auditFile: { zh: '附件（csv、xlsx、docx、json）', en: 'annex (csv, xlsx, docx, json)' },
  circular: {
    zh: '通报正文（txt、docx），用于核对总数、合格率和名单',
    en: 'text of the circular (txt, docx), to check totals, rate and lists',
  },
  read: { zh: '读出一个已保存网页的内容（PageFacts）', en: 'read one saved page into facts' },
  readFile: { zh: '网页文件，- 表示标准输入', en: 'page file, - for standard input' },
  readUrl: { zh: '网页的网址', en: 'address of the page' },
  readPhrase: {
    zh: '一句中文里的日期，相对日期（昨天、上周五）以 --as-of 为准',
    en: 'the days a Chinese phrase names, relative ones from --as-of on',
  },
  explainPage: {
    zh: '逐项说明每个结论取自网页何处、按什么规则',
    en: 'show for every fact where in the page it was read, and by what rule',
  },
  manifest: { zh: '每行一个 {file, url} 的清单', en: 'list with one {file, url} a line' },
  publish: {
    zh: '为已完成的抽查（重新）生成通报',
    en: 'issue the circular of a finished run (again)',
  },
  rubricCommand: {
    zh: '评分表：列出、查看、检查、比较',
    en: 'rubrics: list, show, check, compare',
  },
  rubricList: { zh: '列出随附的评分表', en: 'list the packaged rubrics' },
  rubricShow: { zh: '查看一份评分表', en: 'show a rubric' },
  rubricMarkdown: { zh: '以 Markdown 表格输出', en: 'as Markdown tables' },
  rubricCheck: {
    zh: '检查评分表文件，指出行号与改法',
    en: 'check a rubric file; mistakes with line and remedy',
  },
  rubricDiff: { zh: '比较两份评分表', en: 'compare two rubrics' },
  city: { zh: '模拟城市：供试用和检验', en: 'the simulated city, to try things out and to test' },
  cityServe: {
    zh: '在本机提供模拟城市的网站',
    en: 'serve the sites of a simulated city on this machine',
  },
  plan: { zh: '城市方案', en: 'plan of the city' },
  seed: { zh: '随机城市的种子', en: 'seed of a random city' },
  sites: { zh: '网站数', en: 'number of sites' },
  pages: { zh: '页面总数（惰性生成）', en: 'pages in all (made when asked for)' },
  port: { zh: '端口，0 表示任选', en: 'port, 0 for any free one' },
  reader: {
    zh: '真值对应的读法：fetch 只抓取，browser 还用浏览器',
    en: 'whom the truth is told for: who only fetches, or has a browser too',
  },
  cityOut: { zh: '写出 sites.csv 与 truth.json 的目录', en: 'folder for sites.csv and truth.json' },
  demo: {
    zh: '演示：启动服务和模拟城市，带一年的历史，并现场运行2019年第二季度抽查',
    en: 'demo: the service and the simulated city, with a year of history; runs the 2019 Q2 campaign live',
  },
  demoInspect: {
    zh: '不启动服务：只抽查模拟城市的35个网站并出通报',
    en: 'no service: only inspect the 35 sites of the city and issue the circular',
  },
  demoOut: { zh: '与 --inspect 连用：结果目录', en: 'with --inspect: folder of the results' },
  demoFresh: {
    zh: '删除以前的演示数据，重新开始（先询问）',
    en: 'delete the data of the demo and begin anew; asks first',
  },
  demoYes: { zh: '与 --fresh 连用：不再询问', en: 'with --fresh: do not ask' },
  demoCode: {
    zh: '显示演示中某人此刻的双因素验证码（admin、leader）',
    en: 'print the code that somebody of the demo would read off a phone now (admin, leader)',
  },
  serve: {
    zh: '启动服务：数据库、网页和检测在一个进程内（设置见 xunwang config）',
    en: 'start the service: database, web and worker in one process (settings: xunwang config)',
  },
  work: {
    zh: '再启动一个检测进程，可在另一台机器上（经 DATABASE_URL）',
    en: 'start one more worker, on another machine too (by DATABASE_URL)',
  },
  migrate: { zh: '把数据库升级到本版本', en: 'bring the database to this version' },
  migrateCheck: {
    zh: '只列出尚未执行的升级，不改动数据库',
    en: 'only list what is still to be done, and change nothing',
  },
  backup: {
    zh: '备份数据库和佐证到新目录，服务可继续运行',
    en: 'back the database and the evidence up into a new folder; the service may go on',
  },
  backupOut: { zh: '备份目录（不能已存在）', en: 'folder of the backup, not there yet' },
  backupCheck: {
    zh: '不备份，只通读已有的备份，指出损坏的文件',
    en: 'write nothing: read a backup through and name what is damaged',
  },
  restore: {
    zh: '把备份恢复到空的数据库和空的佐证目录，先逐一核验',
    en: 'bring a backup back into an empty database and folder, verified first',
  },
  restoreFrom: { zh: '备份目录', en: 'folder of the backup' },
  evidence: { zh: '对象存储中的佐证', en: 'evidence in the bucket' },
  evidenceBring: {
    zh: '把只存于对象存储的佐证取回本地目录，逐一核验',
    en: 'bring evidence that is in the bucket alone back into its folder, every file verified',
  },
  evidenceFolder: {
    zh: '佐证目录下的文件夹，如 campaigns/7/…',
    en: 'folder below the evidence folder: campaigns/7/…',
  },
  ledger: { zh: '台账：防篡改的操作记录', en: 'the ledger: what was done, chained by hashes' },
  ledgerVerify: {
    zh: '逐行核验台账，指出第一处改动',
    en: 'check every line of the ledger; name the first that was changed',
  },
  config: {
    zh: '列出全部设置：环境变量、当前值、单位、说明',
    en: 'list every setting: variable, value, unit, what it is for',
  },
  configCheck: { zh: '检查设置，指出全部错误', en: 'check the settings; name all mistakes' },
} as const;

export type CliTextKey = keyof typeof texts;

/** The words of the command line in one language. */
export function cliText(language: Language): Record<CliTextKey, string> {
  const entries = Object.entries(texts).map(([key, text]) => [key, text[language]]);
  return Object.fromEntries(entries) as Record<CliTextKey, string>;
}
