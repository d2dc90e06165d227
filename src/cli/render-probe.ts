import { chinaTime } from '#base/civil-date.ts';
import { Refusal, refusalText } from '#base/refusal.ts';
import type { ProbeNews, ProbeWatch } from '#office/probe-watch.ts';
import type { ProbeSummary } from '#office/summarize-probe.ts';
import { renderTable } from './render-table.ts';
import type { Terminal } from './terminal.ts';
import { clockOf } from './watch-of.ts';

const words = {
  zh: {
    columns: ['单位', '计入', '未能打开', '占比', '被拒', '本方', '维护'],
    results: {
      opened: '打开',
      failed: '未能打开',
      blocked: '被拒',
      ours: '本方原因，不计',
      maintenance: '报备维护，不计',
    },
    day: (day: number, days: number, visits: number, failed: number) =>
      `第 ${day}/${days} 天结束：计入 ${visits} 次，未能打开 ${failed} 次`,
    plot: (dir: string) => `逐次记录图：${dir}/availability.html`,
    interrupted: (dir: string) =>
      `已中断，已有记录都在 ${dir}。继续：xunwang probe --resume --out ${dir}`,
  },
  en: {
    columns: ['Unit', 'Counted', 'Failed', 'Share', 'Refused', 'Ours', 'Maintenance'],
    results: {
      opened: 'opened',
      failed: 'failed',
      blocked: 'refused our visit',
      ours: 'our own outage, not counted',
      maintenance: 'reported maintenance, not counted',
    },
    day: (day: number, days: number, visits: number, failed: number) =>
      `Day ${day} of ${days} is over: ${visits} visits counted, ${failed} failed`,
    plot: (dir: string) => `The series, plotted: ${dir}/availability.html`,
    interrupted: (dir: string) =>
      `Interrupted. The series so far is kept in ${dir}. Go on with: xunwang probe --resume --out ${dir}`,
  },
} as const;

/** The real clock, with the terminal's Ctrl-C; tells of days, and of visits that did not open. */
export function probeWatch(terminal: Terminal): ProbeWatch {
  return {
    ...clockOf(terminal),
    report: (news) => {
      const line = newsLine(news, terminal);
      if (line !== null) terminal.complain(`${line}\n`);
    },
  };
}

function newsLine(news: ProbeNews, { language }: Terminal): string | null {
  const text = words[language];
  switch (news.kind) {
    case 'day':
      return text.day(news.day, news.days, news.visits, news.failed);
    case 'visit':
      if (news.result === 'opened') return null;
      return `${chinaTime(news.at)} ${news.unit} ${text.results[news.result]} (${news.outcome})`;
    case 'maintenance-unread':
      return news.why instanceof Refusal
        ? refusalText(news.why.code, news.why.args, language)
        : news.why.message;
  }
}

/** The figures of a probe as a table. */
export function renderProbe(summary: ProbeSummary, dir: string, terminal: Terminal): string {
  const text = words[terminal.language];
  const columns = text.columns.map((heading, index) => ({
    heading,
    align: index === 0 ? ('left' as const) : ('right' as const),
    gives: index === 0,
  }));
  const rows = summary.sites.map((site) => [
    site.unit,
    String(site.visits),
    String(site.failed),
    site.share === null ? '-' : `${(site.share * 100).toFixed(2)}%`,
    String(site.blocked),
    String(site.ours),
    String(site.maintenance),
  ]);
  const end = summary.isFinished ? text.plot(dir) : text.interrupted(dir);
  return `${renderTable(columns, rows, terminal.widthColumns)}\n\n${end}\n`;
}
