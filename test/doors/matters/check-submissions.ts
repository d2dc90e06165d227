import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { verifyLedger } from '#store/ledger.ts';
import { openWholeService, settleOffice, type WholeService } from '../faults/whole-service.ts';

// Sends inquiries and error reports to a running service at a steady pace while its worker is
// killed, and then looks whether each that was acknowledged is there: whole, once, and opened by
// its receipt. npm run check:submissions -- [--minutes 10] [--rate 10] [--kills 2]

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    rate: { type: 'string', default: '10' },
    kills: { type: 'string', default: '2' },
  },
});
const [minutes, rate, kills] = [Number(values.minutes), Number(values.rate), Number(values.kills)];
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** What was answered to one submission. */
interface Sent {
  receipt: string;
  ms: number;
}

const service = await openWholeService({ workers: 1 }, { XUNWANG_SITES_AT_ONCE: '1' });
try {
  await settleOffice(service, { sites: [] });
  const total = Math.round(minutes * 60 * rate);
  const { sent, failed } = await sendAll(service, total);
  const times = sent.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0);
  say(
    `${total} sent, ${sent.length} acknowledged, ${failed.length} refused: ${failed.slice(0, 3)}`,
  );
  say(
    `until the answer: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${Math.round(times.at(-1) ?? 0)} ms`,
  );
  const lost = await lookForAll(service, sent);
  say(`lost ${lost.length} ${lost.slice(0, 5).join('; ')}`);
  process.exitCode = lost.length === 0 && failed.length === 0 ? 0 : 1;
} finally {
  await service.close();
}

async function sendAll(at: WholeService, total: number) {
  const sent: Sent[] = [];
  const failed: string[] = [];
  const running: Promise<void>[] = [];
  const killAt = Array.from({ length: kills }, (_, index) =>
    Math.round(((index + 1) * total) / (kills + 1)),
  );
  const startedMs = performance.now();
  for (let number = 0; number < total; number++) {
    const dueMs = startedMs + (number * 1000) / rate;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    if (killAt.includes(number)) running.push(kill(at, number));
    running.push(
      submit(at, number).then(
        (one) => void sent.push(one),
        (error: unknown) => void failed.push(String(error)),
      ),
    );
    if (number > 0 && number % (60 * rate) === 0) say(`${number} sent, ${sent.length} answered`);
  }
  await Promise.all(running);
  return { sent, failed };
}

async function kill(at: WholeService, number: number): Promise<void> {
  await at.killWorker(0);
  say(`worker killed at number ${number}, another started`);
}

async function submit({ origin }: WholeService, number: number): Promise<Sent> {
  const isReport = number % 5 === 0;
  const started = performance.now();
  const text = `第${number}封来信：请问第${number % 97}号小区何时通燃气？`;
  const contact = { phone: `138${String(number).padStart(8, '0')}` };
  const body = isReport
    ? { pageUrl: `http://www.example.gov.cn/p/${number}.html`, fault: 'typo', text, contact }
    : { kind: 'question', title: `来信${number}`, text, mayPublish: true, contact };
  const response = await fetch(
    `${origin}/api/v1/public/${isReport ? 'error-reports' : 'inquiries'}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
  );
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  const { receipt } = (await response.json()) as { receipt: string };
  return { receipt, ms: performance.now() - started };
}

/** What is not as it must be. */
async function lookForAll(at: WholeService, sent: readonly Sent[]): Promise<string[]> {
  const lost: string[] = [];
  for (const { receipt } of sent) {
    const response = await fetch(`${at.origin}/api/v1/public/matter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ receipt }),
    });
    if (response.status !== 200) lost.push(`${receipt}: ${response.status}`);
  }
  const counts = await at.ask(async (db) => {
    const { rows } = await sql<Record<string, number>>`select
      (select count(*) from inquiries)::int + (select count(*) from error_reports)::int as matters,
      (select count(*) from matter_events where what = 'submitted')::int as events,
      (select count(*) from matter_contacts)::int as contacts,
      (select count(*) from deadlines where thing in ('inquiry', 'error-report'))::int as clocks,
      (select count(*) from ledger where act like '%.submitted')::int as lines`.execute(db);
    return rows[0] ?? {};
  });
  say(JSON.stringify(counts));
  for (const [name, count] of Object.entries(counts)) {
    if (count !== sent.length) lost.push(`${count} ${name} for ${sent.length}`);
  }
  const { broken, lines } = await at.ask((db) => verifyLedger(db));
  say(`ledger: ${lines} lines, ${broken === null ? 'unbroken' : `broken at ${broken.number}`}`);
  if (broken !== null) lost.push('the ledger is broken');
  return lost;
}
