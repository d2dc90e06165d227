import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveInThread } from '#city/serve-in-thread.ts';
import { issueCircular, readBrief } from '#office/issue-circular.ts';
import type { ExitCode } from '../exit-code.ts';
import { renderRun } from '../render-run.ts';
import type { Terminal } from '../terminal.ts';
import { run } from './inspect.ts';

/** The city's own brief: what its circular says that no crawl can know. */
const brief = fileURLToPath(
  new URL('../../city/plans/xianning-2019q2.brief.yaml', import.meta.url),
);

/** `xunwang demo --inspect`: the city inspected from the first request to the circular. */
export async function inspectDemoCity(
  given: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  const out = given ?? join(mkdtempSync(join(tmpdir(), 'xunwang-demo-')), 'run');
  const startedMs = performance.now();
  terminal.complain(opening(terminal));
  const city = await serveInThread({ plan: 'xianning-2019q2' });
  try {
    const { folder, result } = await run(
      {
        sites: city.sites,
        out,
        rubric: 'cn-census-2015',
        overlays: [],
        asOf: city.truth.asOf,
        recheck: { times: 2, spacingMs: 1000 },
        limits: { maxPages: 10_000, maxBodyBytes: 8 << 20, timeoutMs: 15_000 },
        robots: 'obey',
        browser: 'auto',
        pictures: 0,
        allowNet: ['127.0.0.0/8'],
        language: terminal.language,
      },
      out,
      terminal,
    );
    if (result === null) {
      terminal.complain(stopped(out, terminal));
      return 1;
    }
    const issued = await issueCircular(folder, result, { brief: readBrief(brief), pdf: true });
    terminal.out(renderRun(result, issued, out, terminal));
    terminal.out(closing(out, performance.now() - startedMs, terminal));
    return issued.refusal === null ? 0 : 1;
  } finally {
    await city.close();
  }
}

function opening(terminal: Terminal): string {
  return terminal.language === 'zh'
    ? '启动模拟城市（咸宁2019年第二季度，35个网站）并开始抽查……\n'
    : 'Starting the simulated city (Xianning, second quarter of 2019, 35 sites) and inspecting it …\n';
}

function stopped(out: string, terminal: Terminal): string {
  return terminal.language === 'zh'
    ? `已停止，模拟城市已关闭。抽到一半的结果在 ${out}，可以删除；再次运行请用 npm run demo:inspect。\n`
    : `Stopped, and the city is closed. What was inspected so far is in ${out} and may be deleted; npm run demo:inspect starts afresh.\n`;
}

function closing(out: string, tookMs: number, terminal: Terminal): string {
  const seconds = Math.round(tookMs / 1000);
  return terminal.language === 'zh'
    ? `\n用时 ${seconds} 秒。接下来可以试：\n  npm run -s xunwang -- explain ${out} --site 市林业局\n  npm run -s xunwang -- verify ${out}\n`
    : `\nIt took ${seconds} s. Try next:\n  npm run -s xunwang -- explain ${out} --site 市林业局\n  npm run -s xunwang -- verify ${out}\n`;
}
