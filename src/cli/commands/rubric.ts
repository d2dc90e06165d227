import { formatPoints } from '#base/points.ts';
import type { Language } from '#base/refusal.ts';
import type {
  Bilingual,
  Indicator,
  Marked,
  MarkedTerms,
  Rubric,
  RubricDifference,
  RubricWarning,
} from '#domain/rubric.ts';
import type { SiteKind } from '#domain/site.ts';
import { renderTable } from '../render-table.ts';
import { ruleWords } from '../rule-words.ts';

const WIDTH_COLUMNS = 120;

const words = {
  id: { zh: '编号', en: 'id' },
  version: { zh: '版本', en: 'version' },
  title: { zh: '名称', en: 'title' },
  lines: { zh: '指标', en: 'lines' },
  unknown: { zh: '分值未知', en: 'unknown' },
  rule: { zh: '规则', en: 'rule' },
  mark: { zh: '可信度', en: 'mark' },
  clause: { zh: '条款', en: 'clause' },
  documents: { zh: '依据', en: 'Documents' },
  overlays: { zh: '叠加', en: 'Overlays' },
  hash: { zh: '摘要', en: 'Hash' },
  scale: { zh: '计分', en: 'Scale' },
  vetoes: { zh: '单项否决', en: 'Vetoes' },
  deductions: { zh: '扣分', en: 'Deductions' },
  bonus: { zh: '加分', en: 'Bonus' },
  terms: { zh: '时限与下限', en: 'Clocks and minimums' },
  advice: { zh: '提示（不扣分）', en: 'Advice, costs nothing' },
  marks: {
    zh: '可信度：H 有两处佐证；M 见于一处；I 推断；R 未经核实的默认值',
    en: 'Marks: H corroborated twice; M seen once; I inferred; R unverified default',
  },
  passLine: { zh: '合格线', en: 'pass line' },
  full: { zh: '满分', en: 'full' },
  vetoScore: { zh: '否决记分', en: 'score after a veto' },
  none: { zh: '无', en: 'none' },
  where: { zh: '位置', en: 'where' },
  what: { zh: '说明', en: 'what' },
  noWarnings: { zh: '没有提醒。', en: 'No warnings.' },
  noDifference: { zh: '没有差别。', en: 'No difference.' },
  part: { zh: '部分', en: 'part' },
} as const satisfies Record<string, Bilingual>;

const partWords: Record<RubricDifference['part'], Bilingual> = {
  indicator: { zh: '指标', en: 'line' },
  scale: { zh: '计分', en: 'scale' },
  class: { zh: '网站类型', en: 'kind of site' },
  term: { zh: '时限与下限', en: 'clock or minimum' },
  advice: { zh: '提示', en: 'advice' },
};

/** `xunwang rubric list`: one line a rubric. */
export function renderRubricList(rubrics: readonly Rubric[], language: Language): string {
  const say = (text: Bilingual) => text[language];
  const rows = rubrics.map((rubric) => {
    const lines = linesOf(rubric);
    const unknown = lines.filter(isPriceUnknown).length;
    const { id, version } = rubric.ref;
    return [id, version, String(lines.length), String(unknown), say(rubric.title)];
  });
  const heads = [words.id, words.version, words.lines, words.unknown, words.title];
  return table(heads.map(say), rows, [2, 3]);
}

/** `xunwang rubric show`: the whole rubric with its marks and clauses. */
export function renderRubricShow(rubric: Rubric, language: Language): string {
  const say = (text: Bilingual) => text[language];
  const { ref, scale } = rubric;
  const heading = `${say(rubric.title)}\n${ref.id} · ${say(words.version)} ${ref.version}`;
  const overlays = rubric.overlays.map((one) => `${one.id} ${say(one.title)} [${one.mark}]`);
  const points = (marked: Marked<number> | null) =>
    marked ? `${formatPoints(marked.value)} [${marked.mark}]` : say(words.none);
  const scaleLines = [
    `${say(words.full)} ${points(scale.full)}`,
    `${say(words.passLine)} ${points(scale.passLine)}`,
    `${say(words.vetoScore)} ${points(scale.vetoScore)}`,
    `${say(words.bonus)} ${points(scale.bonus?.maximum ?? null)}`,
  ];
  const block = (title: Bilingual, lines: readonly string[]) =>
    lines.length === 0 ? '' : `${say(title)}\n${lines.map((line) => `  ${line}`).join('\n')}`;
  const indicators = (title: Bilingual, lines: readonly Indicator[]) =>
    lines.length === 0 ? '' : `${say(title)}\n${indicatorTable(lines, language)}`;
  const parts = [
    heading,
    rubric.note ?? '',
    `${say(words.hash)} ${ref.hash}`,
    block(
      words.documents,
      rubric.documents.map((one) => `${one.id}: ${say(one.title)}`),
    ),
    block(words.overlays, overlays),
    block(words.scale, scaleLines),
    indicators(words.vetoes, rubric.vetoes),
    indicators(words.deductions, rubric.deductions),
    indicators(words.bonus, rubric.bonus),
    block(words.terms, termLines(rubric)),
    block(
      words.advice,
      rubric.advice.map((one) => `${one.kind}: ${one.note}`),
    ),
    say(words.marks),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** `xunwang rubric check`, when there is no mistake: what its user should know. */
export function renderRubricCheck(
  rubric: Rubric,
  warnings: readonly RubricWarning[],
  language: Language,
): string {
  const say = (text: Bilingual) => text[language];
  const count = linesOf(rubric).length;
  const fine = {
    zh: `${rubric.ref.id}：没有错误，共 ${count} 项指标，${warnings.length} 条提醒`,
    en: `${rubric.ref.id}: no mistakes, ${count} lines, ${warnings.length} warnings`,
  };
  if (warnings.length === 0) return `${say(fine)}\n${say(words.noWarnings)}`;
  const rows = warnings.map(({ where, text }) => [where, say(text)]);
  return `${say(fine)}\n\n${table([say(words.where), say(words.what)], rows)}`;
}

/** `xunwang rubric diff`: a line a difference; `−` where one of the two has nothing. */
export function renderRubricDiff(
  before: Rubric,
  after: Rubric,
  differences: readonly RubricDifference[],
  language: Language,
): string {
  const say = (text: Bilingual) => text[language];
  const heading = `${nameOf(before)} → ${nameOf(after)}`;
  if (differences.length === 0) return `${heading}\n${say(words.noDifference)}`;
  const rows = differences.map((one) => [
    say(partWords[one.part]),
    one.where,
    one.before ?? '−',
    one.after ?? '−',
  ]);
  const heads = [say(words.part), say(words.where), nameOf(before), nameOf(after)];
  return `${heading}\n\n${table(heads, rows)}`;
}

function nameOf({ ref }: Rubric): string {
  return [ref.id, ...ref.overlays].join(' + ');
}

function linesOf(rubric: Rubric): Indicator[] {
  return [...rubric.vetoes, ...rubric.deductions, ...rubric.bonus];
}

function isPriceUnknown({ rule }: Indicator): boolean {
  return 'points' in rule && rule.points === 'unknown';
}

function indicatorTable(lines: readonly Indicator[], language: Language): string {
  const rows = lines.map((line) => [
    line.id,
    line.title[language],
    ruleWords(line, language),
    line.mark,
    line.clause,
  ]);
  const heads = [words.id, words.title, words.rule, words.mark, words.clause];
  return table(
    heads.map((text) => text[language]),
    rows,
  );
}

function termLines(rubric: Rubric): string[] {
  const lines = (kind: SiteKind) => formatTerms(rubric.terms[kind]);
  const common = lines('department');
  const kinds: SiteKind[] = ['portal', 'ministry', 'ministry-without-services'];
  const special = kinds.flatMap((kind) =>
    lines(kind)
      .filter((line) => !common.includes(line))
      .map((line) => `${kind}: ${line}`),
  );
  return [...common, ...special];
}

function formatTerms(terms: MarkedTerms): string[] {
  return Object.entries(terms).map(([key, { value, mark }]) => `${key} ${value} [${mark}]`);
}

function table(
  heads: readonly string[],
  rows: readonly string[][],
  right: readonly number[] = [],
): string {
  const columns = heads.map((heading, index) => ({
    heading,
    align: right.includes(index) ? ('right' as const) : ('left' as const),
  }));
  return renderTable(columns, rows, WIDTH_COLUMNS);
}
