import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type HostileCase, hostileCases, type Scale } from './battery/hostile-cases.ts';
import { openHostileBattery, runForbidden, runHostile } from './battery/run-hostile.ts';

// The adversaries at their full size, one after the other, under the limits an office gets. Prints
// what each cost: requests, bytes, seconds, growth of this process's memory (server included).
// npm run check:hostile -- [--only WORD]

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });

const MEGABYTE = 1 << 20;
const scale: Scale = { bombBytes: 1 << 30, headerBytes: 100 * MEGABYTE, fileBytes: 1 << 30 };
/** What one site may make us hold: bodies on their way, one page taken apart, the reader's notes. */
const MAX_GROWTH = 400 * MEGABYTE;

const battery = await openHostileBattery({ maxBodyBytes: 8 * MEGABYTE, timeoutMs: 3000 });
let failures = 0;
process.stdout.write(`${'case'.padEnd(46)} requests  sent MB  seconds  growth MB  verdict\n`);
for (const [index, one] of hostileCases(scale).entries()) {
  if (one.name.includes(values.only)) await check(one, `hostile-${index}`);
}
const { verdicts, visitors, count } = await runForbidden(battery);
const forbidden = [...verdicts.values()].filter((one) => one === 'unmeasured forbidden-address');
if (visitors > 0) failures += 1;
process.stdout.write(
  `\ninner addresses: ${count} links, ${forbidden.length} recorded, ${visitors} visited\n`,
);
await battery.close();
process.stdout.write(`failures ${failures}\n`);
process.exitCode = failures === 0 ? 0 : 1;

async function check(one: HostileCase, key: string): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const watch = watchMemory();
  const startedMs = performance.now();
  const { verdict, requests, sentBytes, isRestFound } = await runHostile(one, battery, key);
  const seconds = (performance.now() - startedMs) / 1000;
  const growth = watch.stop() - before;
  const isFine = verdict === one.expected && isRestFound && growth <= MAX_GROWTH;
  if (!isFine) failures += 1;
  process.stdout.write(
    [
      one.name.padEnd(46),
      String(requests).padStart(8),
      (sentBytes / MEGABYTE).toFixed(1).padStart(8),
      seconds.toFixed(1).padStart(8),
      (growth / MEGABYTE).toFixed(0).padStart(10),
      ` ${verdict}${isFine ? '' : `  WRONG: ${one.expected}, rest ${isRestFound}`}\n`,
    ].join(' '),
  );
}

/** The most memory this process had since; sampled, as nothing tells it. */
function watchMemory(): { stop: () => number } {
  let peak = 0;
  let isOn = true;
  void (async () => {
    for (; isOn; await sleep(10)) peak = Math.max(peak, process.memoryUsage.rss());
  })();
  return {
    stop: () => {
      isOn = false;
      return Math.max(peak, process.memoryUsage.rss());
    },
  };
}
