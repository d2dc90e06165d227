import { chinaDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { BrowserPolicy, RobotsPolicy } from '#domain/run-settings.ts';
import type { Site } from '#domain/site.ts';
import {
  inspectCity,
  type InspectRequest,
  type RunOutcome,
  resumeRun,
} from '#office/inspect-city.ts';
import { type Issued, issueCircular, readBrief } from '#office/issue-circular.ts';
import { readSites } from '#office/read-sites.ts';
import type { AddCommand } from '../add-command.ts';
import type { ExitCode } from '../exit-code.ts';
import {
  collect,
  isNetwork,
  parseAsOf,
  parseContact,
  parseControls,
  parseCount,
  parseDuration,
  parseQuietHours,
  parseRecheck,
} from '../parse-options.ts';
import { showProgress } from '../progress.ts';
import { renderRun } from '../render-run.ts';
import type { Terminal } from '../terminal.ts';
import { cliText } from '../texts.ts';
import { watchOf } from '../watch-of.ts';

export interface InspectOptions {
  rubric: string;
  overlay: string[];
  asOf?: string;
  out?: string;
  allowNet: string[];
  recheck: string;
  maxPages: string;
  maxMinutes?: string;
  only: string[];
  timeout: string;
  robots: string;
  availability?: string;
  since?: string;
  quiet: string[];
  control: string[];
  contact?: string;
  browser: string;
  pictures?: string;
  brief?: string;
  resume?: boolean;
  pdf: boolean;
  json?: boolean;
}

const FEW_SITES = 10;
const USUAL_PICTURES = 3;

const examples = `
  xunwang inspect sites.csv --out out/2019q2 --as-of 2019-05-27
  xunwang inspect https://www.example.gov.cn/ --out out/one
  xunwang inspect sites.xlsx --out out/city --brief brief.yaml --recheck 3x10m
  xunwang inspect sites.csv --only 某某市民政局,4200000001 --max-minutes 10
  xunwang inspect --resume --out out/city
`;

/** `xunwang inspect`: the main job, from a list of sites to the circular. */
export const addInspect: AddCommand = (program, terminal, exit) => {
  const text = cliText(terminal.language);
  program
    .command('inspect')
    .summary(text.inspect)
    .description(text.inspect)
    .argument('[targets...]', text.inspectTargets)
    .option('--rubric <id>', text.rubric, 'cn-census-2015')
    .option('--overlay <id>', text.overlay, collect, [])
    .option('--as-of <date>', text.asOf)
    .option('--out <dir>', text.out)
    .option('--allow-net <cidr>', text.allowNet, collect, [])
    .option('--recheck <times x spacing>', text.recheck, '2x10s')
    .option('--max-pages <n>', text.maxPages, '10000')
    .option('--max-minutes <n>', text.maxMinutes)
    .option('--only <site>', text.only, collect, [])
    .option('--timeout <duration>', text.timeout, '15s')
    .option('--robots <obey|note>', text.robots, 'obey')
    .option('--availability <dir>', text.availability)
    .option('--since <dir>', text.since)
    .option('--quiet <from-to>', text.quiet, collect, [])
    .option('--control <url...>', text.control, collect, [])
    .option('--contact <address>', text.contact)
    .option('--browser <auto|off>', text.browser, 'auto')
    .option('--pictures <n>', text.pictures)
    .option('--brief <file>', text.brief)
    .option('--resume', text.resume)
    .option('--no-pdf', text.noPdf)
    .option('--json', text.json)
    .addHelpText('after', `\n${text.examples}${examples}`)
    .action(async (targets: string[], options: InspectOptions) => {
      exit(await inspect(targets, options, terminal));
    });
};

async function inspect(
  targets: string[],
  options: InspectOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const out = options.out ?? defaultFolder(options);
  const brief = options.brief === undefined ? null : readBrief(options.brief);
  const request = options.resume ? null : requestOf(targets, options, out, terminal);
  const outcome = await run(request, out, terminal);
  if (outcome.result === null) {
    terminal.complain(interrupted(out, terminal));
    return 1;
  }
  const issued = await issueCircular(outcome.folder, outcome.result, { brief, pdf: options.pdf });
  issued.notes.unshift(...outcome.notes);
  terminal.out(
    options.json
      ? `${JSON.stringify(outcome.result, null, 2)}\n`
      : renderRun(outcome.result, issued, out, terminal),
  );
  return exitOf(outcome, issued);
}

/** Runs with its progress on the screen. `request` null: goes on with the run in `out`. */
export async function run(
  request: InspectRequest | null,
  out: string,
  terminal: Terminal,
): Promise<RunOutcome> {
  const view = showProgress(terminal);
  try {
    const watch = watchOf(terminal, view);
    return await (request === null ? resumeRun(out, watch) : inspectCity(request, watch));
  } finally {
    view.stop();
  }
}

function exitOf(outcome: RunOutcome, issued: Issued): ExitCode {
  const findings = outcome.result?.sites.some((site) =>
    site.findings.some((finding) => finding.state === 'confirmed'),
  );
  return findings || issued.refusal !== null ? 1 : 0;
}

function requestOf(
  targets: string[],
  options: InspectOptions,
  out: string,
  terminal: Terminal,
): InspectRequest {
  const today = chinaDate(new Date().toISOString());
  const words = targets.filter((word) => !isNetwork(word));
  const sites = sitesOf(words, options.only);
  return {
    sites,
    out,
    rubric: options.rubric,
    overlays: options.overlay,
    asOf: options.asOf === undefined ? today : parseAsOf(options.asOf, today),
    recheck: parseRecheck(options.recheck),
    limits: {
      maxPages: parseCount('--max-pages', options.maxPages, 1),
      maxBodyBytes: 8 << 20,
      timeoutMs: parseDuration('--timeout', options.timeout),
      ...(options.maxMinutes !== undefined && {
        maxMinutes: parseCount('--max-minutes', options.maxMinutes, 1),
      }),
    },
    robots: parseRobots(options.robots),
    browser: parseBrowser(options.browser),
    pictures: picturesOf(options, sites),
    ...(options.since === undefined ? {} : { since: options.since }),
    quietHours: parseQuietHours(options.quiet),
    controls: parseControls(options.control),
    contact: parseContact(options.contact),
    allowNet: [...options.allowNet, ...targets.filter(isNetwork)],
    ...(options.availability === undefined ? {} : { availability: options.availability }),
    language: terminal.language,
  };
}

function sitesOf(targets: string[], only: string[]): Site[] {
  if (targets.length === 0) throw new Refusal('targets-missing');
  return readSites(targets, only);
}

function parseRobots(text: string): RobotsPolicy {
  if (text !== 'obey' && text !== 'note') throw new Refusal('robots-malformed', { text });
  return text;
}

function parseBrowser(text: string): BrowserPolicy {
  if (text !== 'auto' && text !== 'off') throw new Refusal('browser-malformed', { text });
  return text;
}

/** A picture takes as long as hundreds of fetches: of a whole city only where asked for. */
function picturesOf({ pictures }: InspectOptions, sites: readonly Site[]): number {
  if (pictures !== undefined) return parseCount('--pictures', pictures, 0);
  return sites.length <= FEW_SITES ? USUAL_PICTURES : 0;
}

function defaultFolder(options: InspectOptions): string {
  if (options.resume) throw new Refusal('resume-needs-out');
  const stamp = new Date().toISOString().replace(/[-:]/g, '').slice(0, 15);
  return `xunwang-${stamp}`;
}

function interrupted(out: string, terminal: Terminal): string {
  return terminal.language === 'zh'
    ? `已中断，做完的都已保存在 ${out}。继续：xunwang inspect --resume --out ${out}\n`
    : `Interrupted. What was done is kept in ${out}. Go on with: xunwang inspect --resume --out ${out}\n`;
}
