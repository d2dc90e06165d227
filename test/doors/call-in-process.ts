import { runCli } from '#cli/run-cli.ts';

/** One call of the command line within this process: quick, for what needs no process of its own. */
export async function callInProcess(
  argv: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  const code = await runCli({
    argv,
    environment,
    terminal: {
      out: (text) => {
        said.stdout += text;
      },
      complain: (text) => {
        said.stderr += text;
      },
      isLive: false,
      isColoured: false,
      widthColumns: 100,
      signal: new AbortController().signal,
    },
  });
  return { code, ...said };
}
