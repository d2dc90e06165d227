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
    reconciled: '对账：通报中的每个数字、名称和名单都与计分一致。',
    refused: '通报未生成：',
    files: '文件：',
    mean: (mean: string) => `平均得分 ${mean}`,
  },
  en: {
    rate: (passed: number, judged: number, percent: string) =>
      `Pass rate ${passed}/${judged} = ${percent}%`,
    counts: (fail: number, incomplete: number) => `${fail} fail, ${incomplete} incomplete`,
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
  const blocks = [table, summary(result, terminal), reconciliation, ...issued.notes];
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

/** One decimal, half up, in whole numbers. */
function percent(part: number, whole: number): string {
  return (Math.floor((part * 2000 + whole) / (2 * whole)) / 10).toFixed(1);
}

function mean(scores: readonly number[]): string {
  const hundredths = scores.reduce((sum, score) => sum + Math.round(score * 100), 0);
  return (Math.floor((hundredths * 2 + scores.length) / (2 * scores.length)) / 100).toFixed(2);
}
