import { chinaTime } from '#base/civil-date.ts';
import type { Language } from '#base/refusal.ts';
import {
  type ExplainedEvidence,
  type ExplainedFinding,
  type ExplainedSite,
  explainRun,
} from '#office/explain-run.ts';
import type { FindingReason } from '#domain/finding.ts';
import type { AddCommand } from '../add-command.ts';
import { printable } from '../printable.ts';
import { paint, type Terminal } from '../terminal.ts';
import { cliText } from '../texts.ts';

interface ExplainOptions {
  site?: string;
  finding?: string;
  all?: boolean;
  json?: boolean;
}

const words = {
  zh: {
    state: { suspected: '疑似', confirmed: '已确认', dropped: '已撤销', unmeasured: '未测' },
    clause: '条款',
    source: '依据',
    free: '不扣分',
    subject: '对象',
    foundOn: '所在页面',
    anchor: '链接文字',
    channel: '栏目',
    measure: '度量',
    reason: '原因',
    look: (look: number) => (look === 0 ? '首次' : `第${look}次复核`),
    hash: '内容摘要',
    excerpt: '判定依据',
    kept: '存档',
    empty: '没有已确认的问题。（--all 列出疑似和未测的）',
  },
  en: {
    state: {
      suspected: 'suspected',
      confirmed: 'confirmed',
      dropped: 'dropped',
      unmeasured: 'unmeasured',
    },
    clause: 'clause',
    source: 'source',
    free: 'no points',
    subject: 'about',
    foundOn: 'found on',
    anchor: 'link text',
    channel: 'channel',
    measure: 'measure',
    reason: 'reason',
    look: (look: number) => (look === 0 ? 'first look' : `look ${look}`),
    hash: 'body hash',
    excerpt: 'decided by',
    kept: 'archived in',
    empty: 'No confirmed finding. (--all lists suspected and unmeasured ones)',
  },
} as const;

/** Why a finding is not confirmed, in words. */
const reasonWords: Record<FindingReason, { zh: string; en: string }> = {
  blocked: { zh: '被防护措施拦截，不能断定', en: 'a defence stood in front; nothing can be said' },
  'needs-rendering': {
    zh: '内容由脚本生成，需用浏览器查看',
    en: 'made by script; needs a browser',
  },
  'timeout-ours': { zh: '我方原因未能测得', en: 'not measured, by our own doing' },
  robots: { zh: 'robots.txt 不允许访问', en: 'robots.txt forbids the visit' },
  budget: { zh: '超出本次抽查的页面或深度上限', en: 'beyond the page or depth budget of the run' },
  unreachable: { zh: '所依据的页面未能打开', en: 'the page it rests on could not be opened' },
  'forbidden-address': { zh: '指向内网地址，未访问', en: 'a private address, not visited' },
  'one-look': { zh: '尚未复核', en: 'not looked at again yet' },
  undated: { zh: '没有任何可读的日期，须人工确认', en: 'no date anywhere; a person must confirm' },
  'no-clock': { zh: '该类栏目没有规定时限', en: 'no clock is set for this kind of channel' },
  historical: { zh: '历史专题，不计', en: 'a historical topic, not counted' },
  'below-sample': { zh: '监测次数不足以定论', en: 'too few visits to conclude' },
  'needs-person': { zh: '须人工确认', en: 'a person must confirm' },
  recovered: { zh: '复核时已恢复', en: 'had recovered when looked at again' },
};

/** `xunwang explain DIR`: every point back to what was seen, and the clause that prices it. */
export const addExplain: AddCommand = (program, terminal) => {
  const text = cliText(terminal.language);
  program
    .command('explain')
    .summary(text.explain)
    .description(text.explain)
    .argument('<dir>', text.runFolder)
    .option('--site <site>', text.site)
    .option('--finding <id>', text.finding)
    .option('--all', text.all)
    .option('--json', text.json)
    .addHelpText('after', `\n${text.examples}\n  xunwang explain out/2019q2 --site 市林业局\n`)
    .action((dir: string, options: ExplainOptions) => {
      const explained = explainRun({
        dir,
        site: options.site ?? null,
        finding: options.finding ?? null,
        isAll: options.all === true,
      });
      terminal.out(
        options.json
          ? `${JSON.stringify(explained.sites, null, 2)}\n`
          : `${explained.sites.map((site) => renderSite(site, terminal)).join('\n\n')}\n`,
      );
    });
};

function renderSite(site: ExplainedSite, terminal: Terminal): string {
  const text = words[terminal.language];
  const heading = `${site.result.unit}  ${site.result.homepage}`;
  const sum = site.sum[terminal.language].map((line) => `  ${line}`);
  const findings = site.findings.map((finding) => renderFinding(finding, terminal));
  if (findings.length === 0) findings.push(`  ${paint(terminal, 'grey', text.empty)}`);
  return [heading, ...sum, ...findings].join('\n');
}

function renderFinding(explained: ExplainedFinding, terminal: Terminal): string {
  const { finding } = explained;
  const text = words[terminal.language];
  const colour = (
    { confirmed: 'red', suspected: 'yellow', dropped: 'green', unmeasured: 'grey' } as const
  )[finding.state];
  const state = paint(terminal, colour, text.state[finding.state]);
  const channel = finding.channel === null ? '' : finding.channel.path.join(' > ');
  const facts: [string, string | null][] = [
    [text.clause, clauseOf(explained, terminal.language)],
    [text.subject, finding.url],
    [text.foundOn, finding.foundOn],
    [text.anchor, finding.anchorText],
    [text.channel, channel],
    [text.measure, measureOf(finding.measure)],
    [text.reason, finding.reason && reasonWords[finding.reason][terminal.language]],
  ];
  const lines = facts.flatMap(([label, value]) =>
    value ? [`    ${label}: ${printable(value)}`] : [],
  );
  const evidence = explained.evidence.map((proof) => renderEvidence(proof, terminal.language));
  const heading = `\n  ${finding.id}  ${state}  ${printable(explained.sentence)}  [${finding.kind}]`;
  return [heading, ...lines, ...evidence].join('\n');
}

function clauseOf({ indicator, isVeto }: ExplainedFinding, language: Language): string {
  const text = words[language];
  if (indicator === null) return text.free;
  const veto = isVeto ? (language === 'zh' ? '【单项否决】' : '[veto] ') : '';
  return `${veto}${indicator.title[language]} (${indicator.id}, ${indicator.mark}) ${indicator.clause} ${indicator.source.join(', ')}`;
}

function measureOf(measure: ExplainedFinding['finding']['measure']): string {
  return Object.entries(measure)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join('、') : String(value)}`)
    .join('  ');
}

function renderEvidence(proof: ExplainedEvidence, language: Language): string {
  const text = words[language];
  const outcome = proof.status === null ? proof.outcome : String(proof.status);
  const hops = proof.via.map((hop) => `      ${hop.status} → ${hop.location}`);
  const headers = (proof.responseHead ?? '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => `      | ${printable(line)}`);
  const rest = [
    proof.bodyHash === null ? [] : [`      ${text.hash}: ${proof.bodyHash}`],
    proof.excerpt === null ? [] : [`      ${text.excerpt}: ${printable(proof.excerpt)}`],
    [`      ${text.kept}: ${proof.file} (${proof.visit})`],
  ].flat();
  return [
    `    ${text.look(proof.look)}  ${chinaTime(proof.at)}  ${outcome}  ${proof.url}`,
    ...hops,
    ...headers,
    ...rest,
  ].join('\n');
}
