import { join } from 'node:path';
import { refusalText } from '#base/refusal.ts';
import type { Result } from '#domain/result.ts';
import { describeProblems } from '#office/describe-problems.ts';
import type { Issued } from '#office/issue-circular.ts';
import { renderRunTable } from './run-table.ts';
import { paint, type Terminal } from './terminal.ts';

const words = {
  zh: {
    rate: (passed: number, judged: number, percent: string) =>
      `合格率 ${passed}/${judged} = ${percent}%`,
    counts: (fail: number, incomplete: number) => `不合格 ${fail} 家，未测全 ${incomplete} 家`,
    open: (suspected: number, unmeasured: number) =>
      `另有疑似 ${suspected} 处、未测 ${unmeasured} 处，均不扣分（explain --all 可查）`,
    unchecked: (count: number) =>
      `其中 ${count} 处疑似没有复核，不能确认：得分可能偏高。请用 --recheck 复核后再用。`,
    reconciled: '对账：通报中的每个数字、名称和名单都与计分一致。',
    refused: '通报未生成：',
    files: '文件：',
    mean: (mean: string) => `平均得分 ${mean}`,
  },
  en: {
    rate: (passed: number, judged: number, percent: string) =>
      `Pass rate ${passed}/${judged} = ${percent}%`,
    counts: (fail: number, incomplete: number) => `${fail} fail, ${incomplete} incomplete`,
    open: (suspected: number, unmeasured: number) =>
      `${suspected} suspected and ${unmeasured} unmeasured besides, none charged (explain --all lists them)`,
    unchecked: (count: number) =>
      `${count} suspicions were not looked at again and cannot be confirmed: scores may be too high. Use --recheck first.`,
    reconciled:
      'Reconciled: every figure, name and list of the circular agrees with the scorecards.',
    refused: 'No circular was issued: ',
    files: 'Files:',
    mean: (mean: string) => `mean score ${mean}`,
  },
} as const;

/** The end of a run: table, rates, reconciliation, and where the documents are. */
export function renderRun(result: Result, issued: Issued, dir: string, terminal: Terminal): string {
  const text = words[terminal.language];
  const table = renderRunTable(result, describeProblems, terminal);
  const files = ['result.json', ...issued.files].map((name) => `  ${join(dir, name)}`);
  const reconciliation =
    issued.refusal === null
      ? paint(terminal, 'green', text.reconciled)
      : paint(terminal, 'red', text.refused) +
        refusalText(issued.refusal.code, issued.refusal.args, terminal.language);
  const blocks = [
    table,
    [summary(result, terminal), ...openQuestions(result, terminal)].join('\n'),
    reconciliation,
    ...issued.notes,
  ];
  return `${blocks.join('\n\n')}\n\n${text.files}\n${files.join('\n')}\n`;
}

function summary(result: Result, terminal: Terminal): string {
  const text = words[terminal.language];
  const count = (verdict: string) => result.sites.filter((site) => site.verdict === verdict).length;
  const [passed, failed] = [count('pass'), count('fail')];
  const judged = passed + failed;
  const scores = result.sites.flatMap((site) => (site.score === null ? [] : [site.score]));
  const parts = [text.counts(failed, count('incomplete'))];
  if (judged > 0) parts.unshift(text.rate(passed, judged, percent(passed, judged)));
  if (scores.length > 0) parts.push(text.mean(mean(scores)));
  return parts.join(terminal.language === 'zh' ? '，' : ', ');
}

/** What is neither fine nor charged: said, so that nobody takes silence for a clean record. */
function openQuestions(result: Result, terminal: Terminal): string[] {
  const text = words[terminal.language];
  const findings = result.sites.flatMap((site) => site.findings);
  const count = (state: string) => findings.filter((finding) => finding.state === state).length;
  const [suspected, unmeasured] = [count('suspected'), count('unmeasured')];
  const unchecked = findings.filter(({ reason }) => reason === 'one-look').length;
  return [
    ...(suspected + unmeasured > 0 ? [text.open(suspected, unmeasured)] : []),
    ...(unchecked > 0 ? [paint(terminal, 'yellow', text.unchecked(unchecked))] : []),
  ];
}

/** One decimal, half up, in whole numbers. */
function percent(part: number, whole: number): string {
  return (Math.floor((part * 2000 + whole) / (2 * whole)) / 10).toFixed(1);
}

function mean(scores: readonly number[]): string {
  const hundredths = scores.reduce((sum, score) => sum + Math.round(score * 100), 0);
  return (Math.floor((hundredths * 2 + scores.length) / (2 * scores.length)) / 100).toFixed(2);
}
