import { runCli } from '#cli/run-cli.ts';

// Wiring only: the process's arguments, streams and signals are handed to the one door there is.

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort();
  });
}

// A reader that left (`| head`) ends us quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const exitCode = await runCli({
  argv: process.argv.slice(2),
  environment: process.env,
  terminal: {
    out: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    isLive: process.stderr.isTTY === true,
    isColoured: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
    widthColumns: process.stdout.columns ?? Number.MAX_SAFE_INTEGER,
    signal: interruption.signal,
  },
});
process.exitCode = interruption.signal.aborted ? 130 : exitCode;
