import { formatPoints } from '#base/points.ts';
import type { Indicator, Marked, Rubric, Scale } from '#domain/rubric.ts';
import { describeRule, describeSelector } from './describe-rule.ts';
import { siteKinds } from './known-names.ts';

/** A rubric as Markdown tables, generated into `docs/rubrics.md`; every value with its mark. */
export function renderRubricDoc(rubric: Rubric): string {
  const { ref, title, note } = rubric;
  const parts = [
    `## ${ref.id} (version ${ref.version})`,
    `${title.zh} · ${title.en}`,
    note ?? '',
    `Documents: ${rubric.documents.map((one) => `\`${one.id}\` ${one.title.zh}`).join(' · ')}`,
    section('Scale', ['value', 'is', 'mark', 'note'], scaleRows(rubric.scale)),
    section('Kinds of sites', ['kind', 'scoring', 'skips', 'scaled', 'mark'], classRows(rubric)),
    section('Clocks, minimums, samples', ['term', 'value', 'mark', 'note'], termRows(rubric)),
    section('Vetoes', INDICATOR_HEAD, rubric.vetoes.flatMap(indicatorRows)),
    section('Deductions, in order of precedence', INDICATOR_HEAD, linesOf(rubric.deductions)),
    section('Bonus', INDICATOR_HEAD, linesOf(rubric.bonus)),
    section('Advice, costs nothing', ['finding', 'why'], adviceRows(rubric)),
    section('Recorded, not judged', ['id', 'title', 'mark', 'note'], outOfScopeRows(rubric)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const INDICATOR_HEAD = ['id', 'title', 'rule', 'takes', 'mark', 'sources', 'note'];

function section(title: string, head: readonly string[], rows: readonly string[][]): string {
  if (rows.length === 0) return '';
  return `### ${title}\n\n${table(head, rows)}`;
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function linesOf(indicators: readonly Indicator[]): string[][] {
  return indicators.flatMap(indicatorRows);
}

function indicatorRows(indicator: Indicator): string[][] {
  const { id, title, rule, takes, mark, source, note, after } = indicator;
  const first = `after ${after.join(', ')}`;
  const remarks = [note ?? '', after.length > 0 ? `Takes what is left ${first}.` : ''];
  const row = (ruleText: string, takesText: string, markText: string, notes: string[]) => [
    `\`${id}\``,
    title.zh,
    ruleText,
    takesText,
    markText,
    source.join(', '),
    notes.filter((text) => text !== '').join(' '),
  ];
  if (rule.kind !== 'joint') {
    return [row(describeRule(rule), takes.map(describeSelector).join('; '), mark, remarks)];
  }
  return rule.counts.map((count, index) =>
    row(`${count.atLeast} or more`, count.takes.map(describeSelector).join('; '), count.mark, [
      count.note ?? '',
      ...(index === 0 ? remarks : []),
    ]),
  );
}

function scaleRows(scale: Scale): string[][] {
  const { bonus, vetoScore } = scale;
  const row = (name: string, marked: Marked<number>, text: string) => [
    name,
    text,
    marked.mark,
    marked.note ?? '',
  ];
  const points = (name: string, marked: Marked<number> | null | undefined) =>
    marked ? row(name, marked, formatPoints(marked.value)) : [name, 'none', '', ''];
  const share = scale.maxUnmeasuredShare;
  return [
    points('full', scale.full),
    points('floor', scale.floor),
    points('pass line', scale.passLine),
    points('score after a veto', vetoScore),
    points('bonus at most', bonus?.maximum),
    points('bonus opens above', bonus?.opensAbove),
    row('unmeasured share at most', share, `${share.value * 100} %`),
    ['unknown points', scale.unknownPoints, '', ''],
  ];
}

function classRows(rubric: Rubric): string[][] {
  return siteKinds.map((kind) => {
    const { scoring, skipGroups, rescale, mark } = rubric.classes[kind];
    const scale = rescale ? `${formatPoints(rescale.from)} → ${formatPoints(rescale.to)}` : '';
    return [kind, scoring, skipGroups.join(', '), scale, mark];
  });
}

function termRows(rubric: Rubric): string[][] {
  const common = rubric.terms.department;
  const rows = Object.entries(common).map(([key, term]) => termRow(key, term));
  const special = siteKinds.flatMap((kind) =>
    Object.entries(rubric.terms[kind])
      .filter(([key, term]) => !isSame(term, common[key]))
      .map(([key, term]) => termRow(`${kind}: ${key}`, term)),
  );
  return [...rows, ...special];
}

function termRow(key: string, term: Marked<string | number>): string[] {
  return [key, String(term.value), term.mark, term.note ?? ''];
}

function isSame(a: Marked<unknown>, b: Marked<unknown> | undefined): boolean {
  return b !== undefined && a.value === b.value && a.mark === b.mark && a.note === b.note;
}

function adviceRows(rubric: Rubric): string[][] {
  return rubric.advice.map(({ kind, note }) => [`\`${kind}\``, note]);
}

function outOfScopeRows(rubric: Rubric): string[][] {
  return rubric.outOfScope.map(({ id, title, mark, note }) => [`\`${id}\``, title.zh, mark, note]);
}
