import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createNet } from '#crawl/net.ts';
import type { Resolve } from '#crawl/net-connect.ts';
import type { Finding } from '#domain/finding.ts';
import type { Site } from '#domain/site.ts';
import { inspectSite } from '#office/inspect-site.ts';
import { openRun, type Run } from '#office/run.ts';
import { loadRubric } from '#office/run-instruments.ts';
import { createRunFolder, RUN_SCHEMA } from '#store/run-folder.ts';
import { quietWatch } from '../city/inspect-simulated-city.ts';
import type { Case } from './battery/case.ts';
import { challengeCases } from './battery/challenge-cases.ts';
import { connectionCases } from './battery/connection-cases.ts';
import { encodingCases } from './battery/encoding-cases.ts';
import { framingCases } from './battery/framing-cases.ts';
import { linkCases } from './battery/link-cases.ts';
import { nameCases, NAMES } from './battery/name-cases.ts';
import { redirectCases } from './battery/redirect-cases.ts';
import { serveSmallSite } from './battery/small-site.ts';
import { softCases } from './battery/soft-404-cases.ts';
import { statusCases } from './battery/status-cases.ts';

// Each case is one link of a small site, inspected as the product does it: crawl, two further
// looks, judgement. No live link may be called dead, and no dead one may be missed.

const tables: Record<string, Case[]> = {
  statuses: statusCases,
  'challenge pages': challengeCases,
  'soft 404s': softCases,
  redirects: redirectCases,
  framing: framingCases,
  connections: connectionCases,
  encodings: encodingCases,
  'names and certificates': nameCases,
  'how links are written': linkCases,
};

let run: Run;
let parent: string;

before(async () => {
  parent = mkdtempSync(join(tmpdir(), 'xunwang-battery-'));
  const { rubric, text, overlays } = loadRubric('cn-census-2015', []);
  const folder = createRunFolder(join(parent, 'run'), {
    schema: RUN_SCHEMA,
    engine: 'test',
    asOf: '2019-05-27',
    rubric: { id: rubric.ref.id, text, overlays },
    sites: [],
    recheck: { times: 2, spacingMs: 20 },
    limits: { maxPages: 100, maxBodyBytes: 1 << 20, timeoutMs: 2000 },
    robots: 'obey',
    allowNet: ['127.0.0.0/8'],
    startedAt: '2019-05-27T00:00:00.000Z',
    language: 'zh',
  });
  const opened = openRun(folder, quietWatch());
  await opened.net.close();
  const userAgent = opened.net.userAgent;
  run = { ...opened, net: createNet({ allowNet: ['127.0.0.0/8'], userAgent, resolve }) };
});
after(async () => {
  await run.net.close();
  rmSync(parent, { recursive: true, force: true });
});

const resolve: Resolve = (hostname, callback) => {
  const code = NAMES[hostname];
  const address = hostname === 'private.test' ? '10.0.0.1' : '127.0.0.1';
  if (code) callback(Object.assign(new Error(code), { code }), []);
  else callback(null, [{ address, family: 4 }]);
};

for (const [title, cases] of Object.entries(tables)) {
  describe(title, { concurrency: 8 }, () => {
    for (const [index, one] of cases.entries()) {
      test(`${one.name}: ${one.expected}`, () => judge(one, `${title}-${index}`));
    }
  });
}

async function judge(one: Case, key: string): Promise<void> {
  const small = await serveSmallSite(one);
  const { homepage } = small;
  const site: Site = { key, unit: '某局', homepage, siteIdCode: null, kind: 'department' };
  try {
    const result = await inspectSite({ ...site, key: key.replaceAll(/\W/g, '-') }, run);
    assert.ok(result !== null);
    const dead = result.findings.filter(({ kind, state }) => {
      return kind === 'link-dead' && state !== 'dropped';
    });
    const told = dead.map((finding) => [finding.url, verdictOf(finding)]);
    assert.deepEqual(told, one.expected === 'alive' ? [] : [[small.target, one.expected]]);
  } finally {
    await small.close();
  }
}

function verdictOf({ state, measure, reason }: Finding): string {
  if (state === 'confirmed') return `dead ${measure.outcome}`;
  return `${state} ${reason}`;
}
