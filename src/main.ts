import type { Processes } from '#cli/processes.ts';
import { runCli } from '#cli/run-cli.ts';

// Wiring only: the process's arguments, streams and signals are handed to the command line, and
// the long-running processes to whoever asks for them; only then are their libraries loaded.

/**
 * One Ctrl-C may come twice: from the terminal, which tells the whole group, and again from npm
 * or our own launcher, which pass it on. A second one after this is a person's wish to leave now.
 */
const SAME_SIGNAL_MS = 500;

const interruption = new AbortController();
let interruptedAtMs = 0;
const interrupt = () => {
  if (!interruption.signal.aborted) {
    interruptedAtMs = performance.now();
    interruption.abort();
  } else if (performance.now() - interruptedAtMs > SAME_SIGNAL_MS) process.exit(130);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);

// The launcher holds a channel open; when it is killed, nobody waits for us any more.
process.once('disconnect', interrupt);
process.channel?.unref();

// A reader that left (`| head`) ends us quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

/** A process that was asked to stop and did so in order has not failed. */
let isDrained = false;
const processes: Processes = {
  async serve(order) {
    await (await import('./serve.ts')).serve(order);
    isDrained = true;
  },
  async demo(order) {
    await (await import('./serve-demo.ts')).serveDemo(order);
    isDrained = true;
  },
  async work(order) {
    await (await import('./work.ts')).work(order);
    isDrained = true;
  },
};

/** The answer of who sits at the terminal; null where nobody does, or Ctrl-C came instead. */
async function ask(question: string): Promise<string | null> {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return null;
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  lines.once('SIGINT', interrupt);
  try {
    return await lines.question(question, { signal: interruption.signal });
  } catch {
    return null;
  } finally {
    lines.close();
  }
}

const exitCode = await runCli({
  argv: process.argv.slice(2),
  environment: process.env,
  processes,
  terminal: {
    out: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    ask,
    isLive: process.stderr.isTTY === true,
    isColoured: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
    widthColumns: process.stdout.columns ?? Number.MAX_SAFE_INTEGER,
    signal: interruption.signal,
  },
});
process.exitCode = interruption.signal.aborted && !isDrained ? 130 : exitCode;
