import type { Command } from 'commander';
import { type AuditReport, auditCircular } from '#office/audit-circular.ts';
import type { AddCommand } from '../add-command.ts';
import { renderTable } from '../render-table.ts';
import { paint, type Terminal } from '../terminal.ts';
import { cliText } from '../texts.ts';

const words = {
  zh: {
    columns: ['序号', '单位', '印发', '重算', '算式'],
    heading: { contradiction: '矛盾', ambiguity: '有歧义', remark: '提示' },
    text: '正文',
    row: (no: number, unit: string) => `第${no}行 ${unit}`,
    summary: (report: AuditReport) =>
      `${report.rows.length} 行中 ${report.agreeing} 行与重算一致；矛盾 ${count(report, 'contradiction')} 处，歧义 ${count(report, 'ambiguity')} 处，提示 ${count(report, 'remark')} 处。评分表：${report.rubric.id}（${report.rubric.version}）。`,
    clean: '没有发现矛盾。',
    veto: '单项否决',
  },
  en: {
    columns: ['No.', 'Unit', 'Printed', 'Recomputed', 'Arithmetic'],
    heading: { contradiction: 'Contradictions', ambiguity: 'Ambiguous', remark: 'Remarks' },
    text: 'Text',
    row: (no: number, unit: string) => `Row ${no} ${unit}`,
    summary: (report: AuditReport) =>
      `${report.agreeing} of ${report.rows.length} rows agree with the recomputation; ${count(report, 'contradiction')} contradictions, ${count(report, 'ambiguity')} ambiguous, ${count(report, 'remark')} remarks. Rubric: ${report.rubric.id} (${report.rubric.version}).`,
    clean: 'No contradiction was found.',
    veto: 'veto',
  },
} as const;

function count(report: AuditReport, weight: 'contradiction' | 'ambiguity' | 'remark'): number {
  return report.points.filter((point) => point.weight === weight).length;
}

/** `xunwang audit FILE`: what in a hand-made circular does not follow from itself. */
export const addAudit: AddCommand = (program, terminal, exit) => {
  const text = cliText(terminal.language);
  program
    .command('audit')
    .summary(text.audit)
    .description(text.audit)
    .argument('<file>', text.auditFile)
    .option('--circular <file>', text.circular)
    .option('--rubric <id>', text.rubric, 'cn-census-2015')
    .option('--overlay <id...>', text.overlay)
    .option('--json', text.json)
    .addHelpText(
      'after',
      `\n${text.examples}\n  xunwang audit annex.xlsx --circular circular.docx\n`,
    )
    .action((file: string, options: AuditOptions) => {
      const report = auditCircular({ file, ...options, overlays: options.overlay ?? [] });
      terminal.out(
        options.json ? `${JSON.stringify(report, null, 2)}\n` : render(report, terminal),
      );
      if (report.points.some((point) => point.weight === 'contradiction')) exit(1);
    }) satisfies Command;
};

interface AuditOptions {
  circular?: string;
  rubric: string;
  overlay?: string[];
  json?: boolean;
}

function render(report: AuditReport, terminal: Terminal): string {
  const text = words[terminal.language];
  const columns = text.columns.map((heading, index) => ({
    heading,
    align: index === 1 || index === 4 ? ('left' as const) : ('right' as const),
    gives: index === 4,
  }));
  const rows = report.rows.map((row) => [
    `${row.agrees ? '' : '✗ '}${row.no}`,
    row.unit,
    row.printed ?? text.veto,
    row.recomputed ?? text.veto,
    row.arithmetic[terminal.language],
  ]);
  const blocks = (['contradiction', 'ambiguity', 'remark'] as const).map((weight) =>
    renderPoints(report, weight, terminal),
  );
  const table = renderTable(columns, rows, terminal.widthColumns);
  const summary = text.summary(report);
  return `${[table, ...blocks.filter(Boolean), summary].join('\n\n')}\n`;
}

function renderPoints(
  report: AuditReport,
  weight: 'contradiction' | 'ambiguity' | 'remark',
  terminal: Terminal,
): string {
  const text = words[terminal.language];
  const points = report.points.filter((point) => point.weight === weight);
  if (points.length === 0) return weight === 'contradiction' ? text.clean : '';
  const colour = ({ contradiction: 'red', ambiguity: 'yellow', remark: 'grey' } as const)[weight];
  const heading = paint(terminal, colour, `${text.heading[weight]} (${points.length})`);
  const lines = points.map((point) => {
    const where = point.row === null ? text.text : text.row(point.row, point.unit ?? '');
    return `  ${where}: ${point.sentence[terminal.language]}`;
  });
  return [heading, ...lines].join('\n');
}
