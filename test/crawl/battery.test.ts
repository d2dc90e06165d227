import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sha256 } from '#base/hash.ts';
import type { Resolve } from '#crawl/net-connect.ts';
import type { Case } from './battery/case.ts';
import { challengeCases } from './battery/challenge-cases.ts';
import { connectionCases } from './battery/connection-cases.ts';
import { encodingCases } from './battery/encoding-cases.ts';
import { framingCases } from './battery/framing-cases.ts';
import { linkCases } from './battery/link-cases.ts';
import { nameCases, NAMES } from './battery/name-cases.ts';
import { type Battery, deadLinksOf, openBattery } from './battery/open-battery.ts';
import { redirectCases } from './battery/redirect-cases.ts';
import { serveSmallSite } from './battery/small-site.ts';
import { softCases } from './battery/soft-404-cases.ts';
import { statusCases } from './battery/status-cases.ts';
import { warcRecords } from '../replay/warc-records.ts';

// Each case is one link of a small site. No live link may be called dead, none that is dead may be
// missed, and what refuses only us is neither.

/** The same of a link to another site; less what only a site can say of itself. */
function elsewhere(cases: readonly Case[]): Case[] {
  const others = cases.filter(
    ({ name }) => !/from the site itself|homepage|首页|sign-in/.test(name),
  );
  return others.map((one) => ({ ...one, isElsewhere: true }));
}

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
  'statuses elsewhere': elsewhere(statusCases),
  'challenge pages elsewhere': elsewhere(challengeCases),
  'framing elsewhere': elsewhere(framingCases),
  'connections elsewhere': elsewhere(connectionCases),
  'redirects elsewhere': elsewhere(redirectCases),
};

const resolve: Resolve = (hostname, callback) => {
  const code = NAMES[hostname];
  const address = hostname === 'private.test' ? '10.0.0.1' : '127.0.0.1';
  if (code) callback(Object.assign(new Error(code), { code }), []);
  else callback(null, [{ address, family: 4 }]);
};

let battery: Battery;
before(async () => {
  battery = await openBattery(resolve);
});
after(() => battery.close());

for (const [title, cases] of Object.entries(tables)) {
  describe(title, { concurrency: 12 }, () => {
    for (const [index, one] of cases.entries()) {
      test(`${one.name}: ${one.expected}`, () => judge(one, `${title}-${index}`));
    }
  });
}

test('whatever was answered, every record of it is read back by warcio', async (one) => {
  const sites = join(battery.dir, 'sites');
  let count = 0;
  for (const key of readdirSync(sites)) {
    for (const parseHttp of [false, true]) {
      for await (const record of warcRecords(join(sites, key, 'archive.warc.gz'), parseHttp)) {
        // As it is stored: what came gzipped is stored so, and its digest is of that.
        const bytes = await record.readFully(false);
        if (record.warcType === 'warcinfo' || (parseHttp && record.warcType !== 'response'))
          continue;
        const digest = parseHttp ? 'WARC-Payload-Digest' : 'WARC-Block-Digest';
        assert.equal(record.warcHeader(digest), sha256(bytes), `${key} ${record.warcTargetURI}`);
        count += 1;
      }
    }
  }
  assert.ok(count > 1000);
  one.diagnostic(`${count} blocks and bodies`);
});

async function judge(one: Case, name: string): Promise<void> {
  const site = await serveSmallSite(one);
  try {
    const result = await battery.inspect(site.homepage, name.replaceAll(/\W/g, '-'));
    const expected = one.expected === 'alive' ? [] : [[site.target, one.expected]];
    assert.deepEqual(deadLinksOf(result), expected);
  } finally {
    await site.close();
  }
}
