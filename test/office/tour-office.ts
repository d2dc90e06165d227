import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import type { OfficePerson } from './office-client.ts';
import { type OfficeStage, openStage } from './office-stage.ts';

// `npm run tour:office`: the second quarter of 2019 from the opening of the campaign to the
// admonition talk, every step through the API, each by the role whose it is. docs/tour-office.md
// follows it.

const BRIEF = new URL('../../src/city/plans/xianning-2019q2.brief.yaml', import.meta.url);
const MENDER = '市民政局';
const REPEATER = '咸安区人民政府';
const started = performance.now();

function say(line: string): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${seconds} s  ${line}\n`);
}

const stage = await openStage({ tell: say });
try {
  await play(stage);
  say('done');
} finally {
  await stage.close();
}

async function play({ admin, sites, hire, mend }: OfficeStage): Promise<void> {
  const { body: me } = await admin.ask('GET', '/me');
  const region = (me['posts'] as { regionId: number }[])[0]?.regionId;
  assert.ok(region);
  const inspector = await hire('inspector', { role: 'inspector', regionId: region });
  const reviewer = await hire('reviewer', { role: 'reviewer', regionId: region });
  const leader = await hire('leader', { role: 'leader', regionId: region });
  say('people hired: inspector, reviewer, leader');
  const units = await register(inspector, region, sites);
  say(`${units.size} units and sites imported from a list, previewed first`);
  const editor = await hire('mzj', {
    role: 'unit-editor',
    regionId: region,
    unitId: unitOf(MENDER),
  });
  await leader.confirmBySecondFactor();

  const first = await campaign(
    '2019年第一季度',
    sites.filter(({ unit }) => unit !== REPEATER),
  );
  await judge(first);
  await issue(first);
  say(`first quarter: ${REPEATER} alone was looked at, and published`);

  const second = await campaign('2019年第二季度', []);
  await judge(second);
  const { scores, circular } = await issue(second);
  say(`second quarter: published, ${scores}`);
  await appealAfterPublication(second, circular);
  await mendAndBeLookedAt(second);
  await talkTo();
  const { body } = await admin.ask('GET', '/ledger/verification');
  assert.equal(body['broken'], null);
  say(`the ledger holds: ${String(body['lines'])} lines`);

  function unitOf(name: string): number {
    const unit = units.get(name);
    assert.ok(unit, name);
    return unit;
  }

  async function campaign(period: string, left: OfficeStage['sites']): Promise<number> {
    const known = await inspector.all('/sites');
    const excluded = left.map(({ unit }) => {
      const siteId = known.find((one) => one['unit'] === unit)?.['id'];
      return { siteId, reason: '本轮不在抽查范围' };
    });
    const brief =
      left.length > 0 ? { region: '咸宁市', period } : parse(readFileSync(BRIEF, 'utf8'));
    const made = await inspector.ask('POST', '/campaigns', {
      regionId: region,
      name: `${period}政府网站抽查`,
      period,
      asOf: '2019-05-27',
      settings: {
        recheck: { times: 2, spacingMs: 500 },
        robots: 'obey',
        browser: 'off',
        allowNet: ['127.0.0.0/8'],
      },
      sample: { excluded },
      brief,
    });
    const id = Number(made.body['id']);
    const { body: preview } = await inspector.ask('GET', `/campaigns/${id}/preview`);
    const count = (preview['sites'] as unknown[]).length;
    await inspector.ask('POST', `/campaigns/${id}/start`);
    say(`${period}: ${count} sites drawn and being inspected`);
    for (;;) {
      const { body: now } = await inspector.ask('GET', `/campaigns/${id}`);
      if (now['state'] === 'reviewing') return id;
      await sleep(500);
    }
  }

  async function judge(id: number): Promise<void> {
    const findings = await inspector.all(`/findings?campaign=${id}&state=confirmed&review=open`);
    const ids = findings.map((one) => one['id']);
    for (let at = 0; at < ids.length; at += 200) {
      await inspector.ask('POST', '/findings/acceptances', { findings: ids.slice(at, at + 200) });
    }
    say(`  ${ids.length} confirmed findings accepted by a person`);
    const reason = '演示：不经听取意见';
    await inspector.ask('POST', `/campaigns/${id}/hearing-skipped`, { reason });
  }

  async function issue(id: number): Promise<{ scores: string; circular: number }> {
    const draft = await inspector.ask('POST', `/campaigns/${id}/circulars`);
    const circular = Number(draft.body['id']);
    await signAndPublish(circular);
    const list = await inspector.all(`/campaigns/${id}/inspections`);
    const passed = list.filter((one) => one['verdict'] === 'pass').length;
    return { scores: `${passed}/${list.length} pass`, circular };
  }

  async function signAndPublish(circular: number): Promise<void> {
    await inspector.ask('POST', `/circulars/${circular}/reconciliation`);
    await inspector.ask('POST', `/circulars/${circular}/submission`);
    assert.match(await inspector.refused('POST', `/circulars/${circular}/signature`), /right/);
    await leader.ask('POST', `/circulars/${circular}/signature`);
    await leader.ask('POST', `/circulars/${circular}/publication`);
  }

  async function appealAfterPublication(id: number, circular: number): Promise<void> {
    const [finding] = await editor.all(`/findings?campaign=${id}&state=confirmed`);
    const path = `/findings/${String(finding?.['id'])}`;
    const grounds = '该链接为上级网站维护所致，已提供说明。';
    const appeal = await editor.ask('POST', `${path}/appeals`, { grounds });
    const at = `/appeals/${String(appeal.body['id'])}`;
    const { body: who } = await reviewer.ask('GET', '/me');
    await inspector.ask('POST', `${at}/assignment`, { person: who['id'] });
    await reviewer.ask('POST', `${at}/decision`, {
      upheld: true,
      decision: '情况属实，予以更正。',
    });
    const versions = await inspector.all(`/campaigns/${id}/circulars`);
    const correction = versions.find((one) => one['id'] !== circular);
    assert.ok(correction, 'an upheld appeal drafts a correction');
    await signAndPublish(Number(correction['id']));
    const { body: before } = await inspector.ask('GET', `/circulars/${circular}`);
    assert.equal(before['state'], 'corrected');
    say('an appeal after publication was upheld: correction 2 is published, version 1 stands');
  }

  async function mendAndBeLookedAt(id: number): Promise<void> {
    const { body } = await inspector.ask('POST', `/campaigns/${id}/orders`);
    say(`${(body['orders'] as unknown[]).length} orders issued`);
    const [order] = await editor.all('/orders');
    const path = `/orders/${String(order?.['id'])}`;
    await editor.ask('POST', `${path}/receipt`);
    await sayMended(path);
    assert.deepEqual(await looked(path), ['received', 1]);
    say(`${MENDER} said “mended”: the recheck found it still there`);
    await mend(MENDER);
    await sayMended(path);
    assert.deepEqual(await looked(path), ['passed', 1]);
    await inspector.ask('POST', `${path}/closing`);
    say('then it was mended: the recheck passed, the order is closed');
  }

  async function sayMended(path: string): Promise<void> {
    const { body } = await editor.ask('GET', path);
    const items = body['items'] as { id: number; recheck: string }[];
    const open = items.filter(({ recheck }) => recheck !== 'passed');
    const answers = open.map(({ id: itemId }) => ({ itemId, answer: 'mended' }));
    await editor.ask('POST', `${path}/reply`, { answers });
  }

  async function looked(path: string): Promise<[unknown, unknown]> {
    for (;;) {
      const { body } = await editor.ask('GET', path);
      if (body['state'] !== 'replied' && body['state'] !== 'rechecking') {
        return [body['state'], body['timesFailed']];
      }
      await sleep(300);
    }
  }

  async function talkTo(): Promise<void> {
    await inspector.ask('POST', '/escalations/proposals');
    const steps = await leader.all('/escalations');
    const step = steps.find((one) => one['rule'] === 'next-round' && one['unit'] === REPEATER);
    assert.ok(step, `${REPEATER} repeats`);
    const path = `/escalations/${String(step['id'])}`;
    await leader.ask('POST', `${path}/decision`, {
      isTaken: true,
      reason: '连续两季度出现同类问题',
    });
    const { body } = await inspector.ask('POST', `${path}/carrying-out`);
    const talk = `/talks/${String(body['talkId'])}`;
    const soon = new Date(Date.now() + 500).toISOString();
    await leader.ask('POST', `${talk}/schedule`, { at: soon, place: '市政府会议室' });
    await sleep(600);
    await inspector.ask('POST', `${talk}/record`, {
      attendees: [{ name: '测试甲', post: '分管负责人' }],
      facts: '政策文件类栏目连续两季度未更新。',
      promises: [{ text: '本月内更新', dueOn: '2099-01-31' }],
    });
    await inspector.ask('POST', `${talk}/follow-up`, { kept: [0], reason: null });
    await inspector.ask('POST', `${path}/outcome`, { outcome: '栏目已更新' });
    say(`${REPEATER} was charged the same twice: a talk was decided, held and followed up`);
  }
}

/** Imports the list of sites, as it was previewed. Gives the units by name. */
async function register(
  inspector: OfficePerson,
  region: number,
  sites: OfficeStage['sites'],
): Promise<Map<string, number>> {
  const head = '单位名称,首页网址,网站标识码,类型';
  const lines = sites.map((one) =>
    [one.unit, one.homepage, one.siteIdCode ?? '', one.kind].join(','),
  );
  const bytes = new TextEncoder().encode([head, ...lines].join('\n'));
  const query = `region=${region}&form=csv`;
  const { body } = await inspector.ask('POST', `/register/import/preview?${query}`, bytes);
  assert.equal((body['mistakes'] as unknown[]).length, 0, JSON.stringify(body['mistakes']));
  const token = encodeURIComponent(String(body['token']));
  await inspector.ask('POST', `/register/import?${query}&token=${token}`, bytes);
  const units = await inspector.all('/units');
  return new Map(units.map((one) => [String(one['name']), Number(one['id'])]));
}
