import type { AnnexRow } from './annex-row.ts';
import type { AuditPoint } from './audit-point.ts';
import { matchUnit } from './match-units.ts';
import type { CircularClaims } from './read-claims.ts';

type Weight = AuditPoint['weight'];
type About = AuditPoint['about'];

/** Good means at least this score, all ties included (our rule, as in wording/circular.zh.yaml). */
const GOOD_SCORE = 95;

/** What the figures and lists of a circular's text say otherwise than its own annex. */
export function compareClaims(
  claims: CircularClaims,
  rows: readonly AnnexRow[],
  aliases: Readonly<Record<string, string>>,
): AuditPoint[] {
  return [
    ...countPoints(claims, rows),
    ...ratePoints(claims, rows),
    ...goodPoints(claims, rows, aliases),
    ...toOpenPoints(claims, rows, aliases),
    ...sumPoints('error-reports', '找错', claims.errorReports?.total, claims.errorReports?.parts),
    ...sumPoints('inquiries', '网络问政', claims.inquiries?.received, claims.inquiries?.parts),
    ...errorReportUnits(claims, rows, aliases),
  ];
}

function point(
  weight: Weight,
  about: About,
  printed: string,
  recomputed: string,
  zh: string,
  en: string,
): AuditPoint {
  return { weight, about, row: null, unit: null, printed, recomputed, sentence: { zh, en } };
}

const failedRows = (rows: readonly AnnexRow[]) => rows.filter((row) => row.result === '不合格');

function countPoints(claims: CircularClaims, rows: readonly AnnexRow[]): AuditPoint[] {
  const points: AuditPoint[] = [];
  const compare = (claimed: number | null, real: number, zh: string, en: string) => {
    if (claimed === null || claimed === real) return;
    const [printed, counted] = [String(claimed), String(real)];
    points.push(
      point(
        'contradiction',
        'count',
        printed,
        counted,
        `${zh}：正文${printed}家，附件${counted}家。`,
        `${en}: ${printed} in the text, ${counted} in the annex.`,
      ),
    );
  };
  compare(claims.sites, rows.length, '抽查网站数', 'Sites inspected');
  compare(claims.failed, failedRows(rows).length, '不合格网站数', 'Sites that fail');
  return points;
}

/** Half up, to hundredths of a per cent, in whole numbers: 34 of 35 is 9714. */
function rateHundredths(part: number, whole: number): number {
  return Math.floor((part * 20_000 + whole) / (2 * whole));
}

function ratePoints(claims: CircularClaims, rows: readonly AnnexRow[]): AuditPoint[] {
  if (claims.passRatePercent === null || rows.length === 0) return [];
  const passed = rows.length - failedRows(rows).length;
  const exact = rateHundredths(passed, rows.length);
  const tenths = Math.floor((passed * 2000 + rows.length) / (2 * rows.length));
  if (Math.round(claims.passRatePercent * 100) === exact) return [];
  if (Math.round(claims.passRatePercent * 10) === tenths && isTenth(claims.passRatePercent))
    return [];
  const [printed, real] = [`${claims.passRatePercent}%`, `${(exact / 100).toFixed(2)}%`];
  const sum = `${passed}/${rows.length}`;
  return [
    point(
      'contradiction',
      'pass-rate',
      printed,
      real,
      `合格率印为${printed}，${sum} = ${real}，保留一位小数为${(tenths / 10).toFixed(1)}%。`,
      `The pass rate is printed as ${printed}; ${sum} = ${real}, ${(tenths / 10).toFixed(1)}% to one decimal.`,
    ),
  ];
}

function isTenth(value: number): boolean {
  return Number.isInteger(Math.round(value * 1000) / 100);
}

function goodPoints(
  claims: CircularClaims,
  rows: readonly AnnexRow[],
  aliases: Readonly<Record<string, string>>,
): AuditPoint[] {
  const { count, units } = claims.good;
  if (count === null || units.length === 0) return [];
  const named = units.map((unit) => matchUnit(unit, rows, aliases)?.unit ?? unit);
  const good = rows.filter((row) => row.result === '合格' && (row.score ?? 0) >= GOOD_SCORE);
  const left = good.filter((row) => !named.includes(row.unit));
  const weak = rows.filter((row) => named.includes(row.unit) && !good.includes(row));
  const points: AuditPoint[] = [];
  if (count !== units.length) {
    points.push(
      point(
        'contradiction',
        'good-sites',
        String(count),
        String(units.length),
        `正文写“${count}家运行情况较好”，实际列名${units.length}家。`,
        `The text says ${count} good sites and names ${units.length}.`,
      ),
    );
  }
  if (left.length > 0) points.push(leftOut(left, named, rows, good.length));
  if (weak.length > 0) points.push(namedThoughLower(weak));
  return points;
}

function leftOut(
  left: readonly AnnexRow[],
  named: readonly string[],
  rows: readonly AnnexRow[],
  goodCount: number,
): AuditPoint {
  const names = left.map((row) => `${row.unit}（${row.score}）`).join('、');
  const namesEn = left.map((row) => `${row.unit} (${row.score})`).join(', ');
  const tie = rows.find(
    (row) => named.includes(row.unit) && left.some((out) => out.score === row.score),
  );
  const tieZh = tie ? `，而同为${tie.score}分的${tie.unit}列入` : '';
  const tieEn = tie ? `, while ${tie.unit} with the same ${tie.score} is` : '';
  return point(
    'contradiction',
    'good-sites',
    String(named.length),
    String(goodCount),
    `点名表扬${named.length}家，但${goodCount}家达到${GOOD_SCORE}分：${names}未列入${tieZh}。`,
    `${named.length} good sites are named though ${goodCount} reach ${GOOD_SCORE}: ${namesEn} is not named${tieEn}.`,
  );
}

function namedThoughLower(weak: readonly AnnexRow[]): AuditPoint {
  const names = weak.map((row) => `${row.unit}（${row.score ?? row.scoreText}）`).join('、');
  return point(
    'contradiction',
    'good-sites',
    names,
    '',
    `列为较好但不足${GOOD_SCORE}分：${names}。`,
    `Named as good below ${GOOD_SCORE}: ${names}.`,
  );
}

function toOpenPoints(
  claims: CircularClaims,
  rows: readonly AnnexRow[],
  aliases: Readonly<Record<string, string>>,
): AuditPoint[] {
  return claims.toOpen.flatMap((name) => {
    const row = matchUnit(name, rows, aliases);
    if (!row) return [];
    const score = row.score ?? row.scoreText;
    return [
      {
        ...point(
          'contradiction',
          'to-open',
          name,
          row.unit,
          `要求“${name}”开设新网站，但附件第${row.no}行已对其网站评分（${score}）。`,
          `${name} is told to open a site, yet row ${row.no} scores its site (${score}).`,
        ),
        row: row.no,
        unit: row.unit,
      },
    ];
  });
}

function sumPoints(
  about: About,
  zh: string,
  total: number | undefined,
  parts: readonly { name: string; count: number }[] | undefined,
): AuditPoint[] {
  if (total === undefined || !parts || parts.length === 0) return [];
  const sum = parts.reduce((whole, part) => whole + part.count, 0);
  if (sum === total) return [];
  const written = parts.map((part) => part.count).join('+');
  return [
    point(
      'contradiction',
      about,
      String(total),
      String(sum),
      `${zh}总数${total}与分项之和${written}=${sum}不符。`,
      `${zh}: ${total} in all, but ${written} = ${sum}.`,
    ),
  ];
}

function errorReportUnits(
  claims: CircularClaims,
  rows: readonly AnnexRow[],
  aliases: Readonly<Record<string, string>>,
): AuditPoint[] {
  const outside = (claims.errorReports?.parts ?? []).filter((part) => {
    const name = part.name.replace(/^其中/, '').replace(/(?:门户)?网站$/, '');
    return matchUnit(name, rows, aliases) === null;
  });
  if (outside.length === 0) return [];
  const names = outside.map((part) => part.name).join('、');
  return [
    point(
      'remark',
      'unit',
      names,
      '',
      `找错统计中的${names}不在附件${rows.length}家之内，“100%抽查”的范围需说明。`,
      `${names} appear in the error reports but not among the ${rows.length} sites: what “100 %” covers should be said.`,
    ),
  ];
}
