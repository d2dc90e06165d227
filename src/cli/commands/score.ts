import { canonicalJson } from '#base/canonical-json.ts';
import { chinaDate } from '#base/civil-date.ts';
import { formatPoints } from '#base/points.ts';
import { Refusal } from '#base/refusal.ts';
import { saveFile } from '#office/save-file.ts';
import { type Rescored, scoreRun } from '#office/score-run.ts';
import { supposeMended } from '#office/suppose-mended.ts';
import type { AddCommand } from '../add-command.ts';
import { parseAsOf } from '../parse-options.ts';
import { renderTable } from '../render-table.ts';
import { scoreCell, verdictCell } from '../run-table.ts';
import type { Terminal } from '../terminal.ts';
import { cliText } from '../texts.ts';

interface ScoreOptions {
  rubric?: string;
  overlay: string[];
  asOf?: string;
  whatIf: string[];
  site?: string;
  out?: string;
  json?: boolean;
}

const words = {
  zh: { unit: '单位', same: '与已发布的结果一致', before: '原', after: '现', gain: '可得' },
  en: {
    unit: 'Unit',
    same: 'the same as published',
    before: 'Before',
    after: 'After',
    gain: 'gain',
  },
} as const;

const collect = (value: string, before: string[]) => [...before, ...value.split(',')];

/** `xunwang score DIR`: judge a saved run again, by any rubric, as of any day. */
export const addScore: AddCommand = (program, terminal) => {
  const text = cliText(terminal.language);
  program
    .command('score')
    .summary(text.score)
    .description(text.score)
    .argument('<dir>', text.runFolder)
    .option('--rubric <id>', text.rubric)
    .option('--overlay <id>', text.overlay, collect, [])
    .option('--as-of <date>', text.asOfRun)
    .option('--what-if <finding>', text.whatIf, collect, [])
    .option('--site <site>', text.site)
    .option('--out <file>', text.scoreOut)
    .option('--json', text.json)
    .addHelpText(
      'after',
      `\n${text.examples}\n  xunwang score out/2019q2 --rubric cn-indicators-2019\n  xunwang score out/2019q2 --site 市林业局 --what-if f-0123456789\n`,
    )
    .action((dir: string, options: ScoreOptions) => {
      if (options.whatIf.length > 0) return terminal.out(renderWhatIf(dir, options, terminal));
      const rescored = scoreRun({
        dir,
        rubric: options.rubric ?? null,
        overlays: options.overlay,
        asOf: asOfOption(options),
      });
      const json = canonicalJson(rescored.after);
      if (options.out !== undefined) saveFile(options.out, json);
      terminal.out(options.json ? json : renderBoth(rescored, terminal));
    });
};

function asOfOption({ asOf }: ScoreOptions): string | null {
  return asOf === undefined ? null : parseAsOf(asOf, chinaDate(new Date().toISOString()));
}

function renderBoth({ before, after }: Rescored, terminal: Terminal): string {
  const text = words[terminal.language];
  const name = (label: string, result: Rescored['before']) => `${label} ${result.rubric.id}`;
  const columns = [
    { heading: text.unit, align: 'left' as const },
    { heading: name(text.before, before), align: 'right' as const },
    { heading: '', align: 'left' as const },
    { heading: name(text.after, after), align: 'right' as const },
    { heading: '', align: 'left' as const },
  ];
  const rows = after.sites.map((site, index) => {
    const was = before.sites[index] ?? site;
    return [
      site.unit,
      scoreCell(was, terminal.language),
      verdictCell(was, terminal),
      scoreCell(site, terminal.language),
      verdictCell(site, terminal),
    ];
  });
  const isSame = canonicalJson(before) === canonicalJson(after);
  const table = renderTable(columns, rows, terminal.widthColumns);
  return `${table}\n${isSame ? `\n${text.same}\n` : ''}`;
}

function renderWhatIf(dir: string, options: ScoreOptions, terminal: Terminal): string {
  if (options.site === undefined) throw new Refusal('what-if-needs-site');
  const { before, after, gain } = supposeMended(dir, options.site, options.whatIf);
  const shown = (score: number | null) => (score === null ? '—' : formatPoints(score));
  const won = gain === null ? '' : `  ${words[terminal.language].gain} ${formatPoints(gain)}`;
  return `${shown(before.score)} (${before.verdict}) → ${shown(after.score)} (${after.verdict})${won}\n`;
}
