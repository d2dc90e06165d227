import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { memoryOfTree, type ProcessMemory } from './process-tree.ts';
import { startDemo } from './start-demo.ts';

// `npm run check:memory`: starts the demo in an empty folder, as a newcomer does, and says how
// long it takes and what memory all its processes hold together, PostgreSQL included: while it
// inspects, and at rest. Fails above the limits. The browser is told apart: it has its own.

const MIB = 1 << 20;
const LIMITS = { atRest: 700 * MIB, inspecting: 2048 * MIB };
const SECONDS_TO_SERVICE = 180;
const LOOK_MS = 1000;
/** Idle threads, connections and the browser are let go of after twenty seconds. */
const REST_MS = 60_000;

interface Seen {
  service: number;
  browser: number;
  tree: ProcessMemory[];
}

const data = mkdtempSync(join(tmpdir(), 'xunwang-check-demo-'));
const started = performance.now();
const demo = startDemo(join(data, 'demo'));
let isFine = true;
try {
  await demo.until('demo-open');
  const toService = report('service is up after', performance.now() - started);
  isFine &&= toService < SECONDS_TO_SERVICE;
  const most = await mostUntil(() => demo.has('demo-ready'));
  report('campaign measured after', performance.now() - started);
  tell('while inspecting', most, LIMITS.inspecting);
  await sleep(REST_MS);
  tell('at rest', look(), LIMITS.atRest);
  const stopAt = performance.now();
  const code = await demo.stop();
  report(`stopped with ${code} within`, performance.now() - stopAt);
  isFine &&= code === 0 && memoryOfTree(demo.pid).length === 0;
} finally {
  await demo.stop();
  rmSync(data, { recursive: true, force: true });
}
process.exitCode = isFine ? 0 : 1;

function report(what: string, ms: number): number {
  const seconds = ms / 1000;
  process.stdout.write(`${what.padEnd(26)} ${seconds.toFixed(1).padStart(7)} s\n`);
  return seconds;
}

function tell(what: string, seen: Seen, limit: number): void {
  const mib = (bytes: number) => `${Math.round(bytes / MIB)} MiB`.padStart(9);
  const browser = seen.browser > 0 ? `, and the browser ${mib(seen.browser).trim()}` : '';
  process.stdout.write(`${what.padEnd(26)} ${mib(seen.service)} of ${mib(limit)}${browser}\n`);
  for (const { name, pssBytes } of seen.tree.filter((one) => one.pssBytes > 20 * MIB)) {
    process.stdout.write(`  ${mib(pssBytes)}  ${name}\n`);
  }
  isFine &&= seen.service < limit;
}

function look(): Seen {
  const tree = memoryOfTree(demo.pid);
  const isBrowser = ({ name }: ProcessMemory) => /chrom/i.test(name);
  const sum = (of: ProcessMemory[]) => of.reduce((bytes, one) => bytes + one.pssBytes, 0);
  const browser = sum(tree.filter(isBrowser));
  return {
    tree: tree.toSorted((a, b) => b.pssBytes - a.pssBytes),
    browser,
    service: sum(tree) - browser,
  };
}

async function mostUntil(isOver: () => boolean): Promise<Seen> {
  let most = look();
  while (!isOver()) {
    const seen = look();
    if (seen.service > most.service) most = seen;
    await sleep(LOOK_MS);
  }
  return most;
}
