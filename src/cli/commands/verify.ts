import { type Doubt, type Verification, verifyRun } from '#office/verify-run.ts';
import type { AddCommand } from '../add-command.ts';
import { paint, type Terminal } from '../terminal.ts';
import { cliText } from '../texts.ts';

const words = {
  zh: {
    fine: (checked: Verification) =>
      `核验通过：${checked.sites} 个网站、${checked.visits} 个页面、${checked.findings} 个问题，佐证完好，重算一致。`,
    broken: (count: number) => `核验不通过：${count} 处不再成立。`,
    what: {
      missing: '缺失',
      changed: '被改动',
      unexpected: '多出',
      misplaced: '错位',
      disagrees: '互相矛盾',
      'recomputes-otherwise': '重算不一致',
    },
    run: '本次抽查',
    finding: '影响的问题',
    none: '没有问题以它为佐证',
  },
  en: {
    fine: (checked: Verification) =>
      `Verified: ${checked.sites} sites, ${checked.visits} pages, ${checked.findings} findings; the evidence is intact and everything recomputes.`,
    broken: (count: number) => `Not verified: ${count} things no longer hold.`,
    what: {
      missing: 'missing',
      changed: 'changed',
      unexpected: 'unexpected',
      misplaced: 'misplaced',
      disagrees: 'contradictory',
      'recomputes-otherwise': 'recomputes otherwise',
    },
    run: 'the run',
    finding: 'findings that rest on it',
    none: 'no finding rests on it',
  },
} as const;

/** `xunwang verify DIR`: quiet on an untouched run, else what no longer holds. */
export const addVerify: AddCommand = (program, terminal, exit) => {
  const text = cliText(terminal.language);
  program
    .command('verify')
    .summary(text.verify)
    .description(text.verify)
    .argument('<dir>', text.runFolder)
    .option('--json', text.json)
    .addHelpText('after', `\n${text.examples}\n  xunwang verify out/2019q2\n`)
    .action((dir: string, options: { json?: boolean }) => {
      const checked = verifyRun(dir);
      terminal.out(
        options.json ? `${JSON.stringify(checked, null, 2)}\n` : render(checked, terminal),
      );
      if (checked.doubts.length > 0) exit(1);
    });
};

function render(checked: Verification, terminal: Terminal): string {
  const text = words[terminal.language];
  if (checked.doubts.length === 0) return `${paint(terminal, 'green', text.fine(checked))}\n`;
  const lines = checked.doubts.map((doubt) => renderDoubt(doubt, terminal));
  const heading = paint(terminal, 'red', text.broken(checked.doubts.length));
  return `${[heading, ...lines].join('\n')}\n`;
}

function renderDoubt(doubt: Doubt, terminal: Terminal): string {
  const text = words[terminal.language];
  const where = doubt.unit ?? doubt.site ?? text.run;
  const visit = doubt.visit === null ? '' : ` ${doubt.visit}`;
  const findings = doubt.findings.map(({ id, kind, url }) => `      ${id} ${kind} ${url}`);
  const resting =
    findings.length > 0 ? [`    ${text.finding}:`, ...findings] : [`    ${text.none}`];
  return [
    `  ${where}: ${doubt.file}${visit} ${text.what[doubt.what]}: ${doubt.detail}`,
    ...resting,
  ].join('\n');
}
