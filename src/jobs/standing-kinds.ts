import { assert } from '#base/assert.ts';
import { watchKinds, type WatchKind } from '#domain/signal.ts';
import { deliverDue } from '#office/deliver-due.ts';
import { escalationTerms } from '#office/escalation-terms.ts';
import { listWaitingChecks } from '#office/ask-checks.ts';
import { listWaitingRechecks } from '#office/ask-orders.ts';
import { monitorSite } from '#office/monitor-site.ts';
import { monitoringTerms } from '#office/monitoring-terms.ts';
import { dueWatch, dueWatches } from '#office/due-watches.ts';
import { proposeEscalations } from '#office/propose-escalations.ts';
import { recheckOrder } from '#office/recheck-order.ts';
import { runCheck } from '#office/run-check.ts';
import { watchTheMonitor } from '#office/watch-the-monitor.ts';
import type { Hand, JobKind } from './job-kind.ts';
import { watchOf } from './watch-of.ts';

const HOUR_SECONDS = 3600;
/** More looks do not wait at once: the longest due come first, and the others come next time. */
const MOST_LOOKS = 200;
const MINUTE_MS = 60_000;
const DELIVER_MS = 15_000;

/** Jobs beside campaigns: rechecks of orders, the ladder, standing monitoring. */
export const standingKinds: readonly JobKind[] = [
  {
    name: 'recheck-order',
    what: { zh: '复查一份整改通知', en: 'looks again at what an order says was mended' },
    when: { kind: 'on-demand' },
    atOnce: ({ sitesAtOnce }) => Math.min(sitesAtOnce, 2),
    retries: 3,
    mostSeconds: 6 * HOUR_SECONDS,
    handle: async (hand, data, signal) => {
      const { orderId } = data as { orderId?: unknown };
      assert(typeof orderId === 'number', 'a job of recheck-order names its order');
      return await recheckOrder(hand.desk('recheck-order'), orderId, watchOf(hand, signal));
    },
  },
  {
    name: 'check-site',
    what: { zh: '单位自查：检查一个网站', en: 'looks at a site for who asked for a check' },
    when: { kind: 'on-demand' },
    atOnce: ({ sitesAtOnce }) => Math.min(sitesAtOnce, 2),
    retries: 2,
    mostSeconds: HOUR_SECONDS,
    handle: async (hand, data, signal) => {
      const { checkId } = data as { checkId?: unknown };
      assert(typeof checkId === 'number', 'a job of check-site names its check');
      const { allowNet, contact } = hand.captures;
      // Without standing monitoring too, a unit may look at its own site.
      const terms = hand.monitoring ?? monitoringTerms({ allowNet, contact });
      const way = { terms, watch: watchOf(hand, signal) };
      return await runCheck(hand.desk('check-site'), checkId, way);
    },
  },
  {
    name: 'send-rechecks',
    what: { zh: '分派等待的复查和自查', en: 'hands out waiting rechecks and checks' },
    when: { kind: 'every', everyMs: ({ sweepMs }) => sweepMs },
    atOnce: () => 1,
    retries: 0,
    mostSeconds: 60,
    handle: async ({ desk, queue }) => {
      const orders = await listWaitingRechecks(desk('send-rechecks'));
      const jobs = orders.map((orderId) => ({ key: `order-${orderId}`, data: { orderId } }));
      if (jobs.length > 0) await queue.send('recheck-order', jobs);
      const checks = await listWaitingChecks(desk('send-rechecks'), MOST_LOOKS);
      const asked = checks.map((checkId) => ({ key: `check-${checkId}`, data: { checkId } }));
      if (asked.length > 0) await queue.send('check-site', asked);
    },
  },
  {
    name: 'escalate',
    what: { zh: '按阶梯提出督办建议', en: 'proposes the steps of the ladder that were reached' },
    when: { kind: 'cron', cron: '30 8 * * *' },
    atOnce: () => 1,
    retries: 5,
    mostSeconds: HOUR_SECONDS,
    handle: async ({ desk }) => {
      const made = await proposeEscalations(desk('escalate'), escalationTerms());
      return `${made.length} proposed`;
    },
  },
  {
    name: 'deliver-notices',
    what: { zh: '发送邮件和回调', en: 'sends mail and webhooks that are due' },
    when: { kind: 'every', everyMs: () => DELIVER_MS },
    atOnce: () => 1,
    retries: 0,
    mostSeconds: HOUR_SECONDS,
    handle: async ({ desk, senders }) => await deliverDue(desk('deliver-notices'), senders),
  },
  {
    name: 'monitor-site',
    what: { zh: '常态化监测的一次核查', en: 'makes one look of standing monitoring' },
    when: { kind: 'on-demand' },
    atOnce: ({ sitesAtOnce }) => sitesAtOnce,
    retries: 0,
    mostSeconds: 6 * HOUR_SECONDS,
    handle: monitor,
  },
  {
    name: 'send-watches',
    what: {
      zh: '分派到期的监测，检查监测本身是否按时',
      en: 'hands out looks that are due, and watches the monitor itself',
    },
    when: { kind: 'every', everyMs: () => MINUTE_MS },
    atOnce: () => 1,
    retries: 0,
    mostSeconds: 60,
    handle: sendWatches,
  },
];

async function monitor(hand: Hand, data: unknown, signal: AbortSignal): Promise<unknown> {
  const { siteId, kind } = data as { siteId?: unknown; kind?: unknown };
  assert(typeof siteId === 'number', 'a job of monitor-site names its site');
  assert(watchKinds.includes(kind as WatchKind), 'a job of monitor-site names its look');
  if (hand.monitoring === null) return 'off';
  const desk = hand.desk('monitor-site');
  const due = await dueWatch(desk, siteId, kind as WatchKind);
  if (due === null) return 'not due';
  const way = { terms: hand.monitoring, watch: watchOf(hand, signal) };
  const changes = await monitorSite(desk, due, way);
  return changes === null ? 'stopped' : `${changes.length} signals changed`;
}

async function sendWatches({ desk, queue, monitoring }: Hand): Promise<void> {
  if (monitoring === null) return;
  await watchTheMonitor(desk('send-watches'), monitoring);
  const due = await dueWatches(desk('send-watches'), MOST_LOOKS);
  const jobs = due.map(({ siteId, kind }) => ({
    key: `watch-${siteId}-${kind}`,
    data: { siteId, kind },
  }));
  if (jobs.length > 0) await queue.send('monitor-site', jobs);
}
