import { Refusal } from '#base/refusal.ts';
import { type ProbeSummary, summarizeProbe } from '#office/summarize-probe.ts';
import { type ProbeOutcome, probeSites, resumeProbe } from '#office/probe-sites.ts';
import { readSites } from '#office/read-sites.ts';
import type { AddCommand } from '../add-command.ts';
import type { ExitCode } from '../exit-code.ts';
import {
  collect,
  isNetwork,
  parseContact,
  parseControls,
  parseCount,
  parseDuration,
} from '../parse-options.ts';
import { probeWatch, renderProbe } from '../render-probe.ts';
import type { Terminal } from '../terminal.ts';
import { cliText } from '../texts.ts';

interface ProbeOptions {
  out?: string;
  days: string;
  visitsPerDay: string;
  control: string[];
  maintenance?: string;
  timeout: string;
  seed?: string;
  contact?: string;
  allowNet: string[];
  resume?: boolean;
  json?: boolean;
}

const examples = `
  xunwang probe sites.csv --out out/week --control https://www.example.com/ https://www.example.org/ https://www.example.net/
  xunwang probe --resume --out out/week --maintenance maintenance.csv
  xunwang inspect sites.csv --out out/2019q2 --availability out/week
`;

/** `xunwang probe`: a week of spaced visits of homepages. */
export const addProbe: AddCommand = (program, terminal, exit) => {
  const text = cliText(terminal.language);
  program
    .command('probe')
    .summary(text.probe)
    .description(text.probe)
    .argument('[targets...]', text.inspectTargets)
    .option('--out <dir>', text.probeOut)
    .option('--days <n>', text.days, '7')
    .option('--visits-per-day <n>', text.visitsPerDay, '24')
    .option('--control <url...>', text.control, collect, [])
    .option('--maintenance <file>', text.maintenance)
    .option('--timeout <duration>', text.timeout, '15s')
    .option('--seed <text>', text.jitterSeed)
    .option('--contact <address>', text.contact)
    .option('--allow-net <cidr>', text.allowNet, collect, [])
    .option('--resume', text.probeResume)
    .option('--json', text.json)
    .addHelpText('after', `\n${text.examples}${examples}`)
    .action(async (targets: string[], options: ProbeOptions) => {
      exit(await probe(targets, options, terminal));
    });
};

async function probe(
  targets: string[],
  options: ProbeOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { out } = options;
  if (out === undefined) throw new Refusal('probe-needs-out');
  const outcome = await run(targets, options, out, terminal);
  const summary = summarizeProbe(outcome);
  terminal.out(
    options.json
      ? `${JSON.stringify(summary, null, 2)}\n`
      : renderProbe(summary, outcome.folder.dir, terminal),
  );
  return outcome.isFinished && summary.sites.every(isFine) ? 0 : 1;
}

function isFine({ failed }: ProbeSummary['sites'][number]): boolean {
  return failed === 0;
}

async function run(
  targets: string[],
  options: ProbeOptions,
  out: string,
  terminal: Terminal,
): Promise<ProbeOutcome> {
  const watch = probeWatch(terminal);
  const maintenance = options.maintenance ?? null;
  if (options.resume) return await resumeProbe(out, maintenance, watch);
  const words = targets.filter((word) => !isNetwork(word));
  if (words.length === 0) throw new Refusal('targets-missing');
  const request = {
    sites: readSites(words),
    out,
    days: parseCount('--days', options.days, 1),
    visitsPerDay: parseCount('--visits-per-day', options.visitsPerDay, 20),
    seed: options.seed ?? null,
    controls: parseControls(options.control),
    maintenance,
    timeoutMs: parseDuration('--timeout', options.timeout),
    contact: parseContact(options.contact),
    allowNet: [...options.allowNet, ...targets.filter(isNetwork)],
  };
  return await probeSites(request, watch);
}
