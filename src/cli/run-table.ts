import { formatPoints, toCentipoints } from '#base/points.ts';
import type { Language } from '#base/refusal.ts';
import type { Result, SiteResult } from '#domain/result.ts';
import { printable } from './printable.ts';
import { renderTable, type TableColumn } from './render-table.ts';
import { paint, type Terminal } from './terminal.ts';

const words = {
  zh: {
    columns: ['序号', '单位', '得分', '结果', '页面', '链接', '问题'],
    verdict: { pass: '合格', fail: '不合格', incomplete: '未测全' },
    veto: '单项否决',
    none: '未发现问题',
  },
  en: {
    columns: ['No.', 'Unit', 'Score', 'Verdict', 'Pages', 'Links', 'Problems'],
    verdict: { pass: 'pass', fail: 'fail', incomplete: 'incomplete' },
    veto: 'veto',
    none: 'no problem found',
  },
} as const;

/** The sites of a run, a line each, for a terminal or a pipe. `problems` words a site's findings. */
export function renderRunTable(
  result: Result,
  problems: (site: SiteResult) => string,
  terminal: Terminal,
): string {
  const text = words[terminal.language];
  const aligns = ['right', 'left', 'right', 'left', 'right', 'right', 'left'] as const;
  const columns = text.columns.map(
    (heading, index): TableColumn => ({
      heading,
      align: aligns[index] ?? 'left',
      gives: index === text.columns.length - 1 && terminal.isLive,
    }),
  );
  const rows = result.sites.map((site, index) => [
    String(index + 1),
    site.unit,
    scoreCell(site, terminal.language),
    verdictCell(site, terminal),
    String(site.totals.pages),
    String(site.totals.links),
    printable(problems(site)) || text.none,
  ]);
  return renderTable(columns, rows, terminal.widthColumns);
}

/** A site's score, or why it has none. */
export function scoreCell(site: SiteResult, language: Language): string {
  if (site.score !== null) return formatPoints(toCentipoints(site.score));
  return site.vetoes.length > 0 ? words[language].veto : '—';
}

/** A site's verdict, in its colour and in words. */
export function verdictCell(site: SiteResult, terminal: Terminal): string {
  const colour = { pass: 'green', fail: 'red', incomplete: 'yellow' } as const;
  return paint(terminal, colour[site.verdict], words[terminal.language].verdict[site.verdict]);
}
