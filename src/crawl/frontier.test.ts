import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { targetKey } from '#base/url.ts';
import { type Candidate, ranks } from './candidate.ts';
import { Frontier, type FrontierLimits } from './frontier.ts';

const SITE = 'http://a.gov.cn';

function candidate(path: string, more: Partial<Candidate> = {}): Candidate {
  const url = path.startsWith('http') ? path : SITE + path;
  const place = { depth: 1, pagerSteps: 0, frameDepth: 0, rank: ranks.other };
  return { url, foundOn: `${SITE}/`, purpose: 'page', ...place, ...more };
}

function frontier(limits: Partial<FrontierLimits> = {}): Frontier {
  const mayVisit = () => true;
  return new Frontier({ maxPages: 1000, maxDepth: 10, maxTargets: 1000, mayVisit, ...limits });
}

const paths = (wave: Candidate[]) => wave.map(({ url }) => url.slice(SITE.length));

/** All waves to the end. */
function drain(of: Frontier): Candidate[][] {
  const waves: Candidate[][] = [];
  for (let wave = of.takeWave(); wave.length > 0; wave = of.takeWave()) waves.push(wave);
  return waves;
}

describe('the frontier', () => {
  it('gives lists before other pages before articles, near ones first', () => {
    const one = frontier();
    one.offer(candidate('/article', { rank: ranks.article }));
    one.offer(candidate('/far', { depth: 3 }));
    one.offer(candidate('/near'));
    one.offer(candidate('/list', { rank: ranks.list, depth: 2 }));
    assert.deepEqual(paths(one.takeWave()), ['/list', '/near', '/far', '/article']);
  });

  it('gives an address once, whatever its session id', () => {
    const one = frontier();
    one.offer(candidate('/a;jsessionid=1'));
    one.offer(candidate('/a;jsessionid=2'));
    one.offer(candidate('/b?sid=3&x=1'));
    one.offer(candidate('/b?x=1'));
    assert.deepEqual(paths(one.takeWave()), ['/a;jsessionid=1', '/b?sid=3&x=1']);
    one.offer(candidate('/a'));
    assert.deepEqual(one.takeWave(), []);
  });

  it('cuts articles, not lists, when the budget is small', () => {
    const one = frontier({ maxPages: 2 });
    for (const path of ['/1', '/2']) one.offer(candidate(path, { rank: ranks.article }));
    one.offer(candidate('/list', { rank: ranks.list }));
    assert.deepEqual(drain(one).map(paths), [['/list'], ['/1']]);
    assert.deepEqual(one.cut, [{ url: `${SITE}/2`, foundOn: `${SITE}/`, reason: 'budget' }]);
  });

  it('cuts what is too deep, unless a shorter way is found later', () => {
    const one = frontier({ maxDepth: 2 });
    one.offer(candidate('/deep', { depth: 3 }));
    one.offer(candidate('/deeper', { depth: 4 }));
    one.offer(candidate('/deep', { depth: 2 }));
    assert.deepEqual(paths(one.takeWave()), ['/deep']);
    assert.deepEqual(
      one.cut.map(({ url, reason }) => [url, reason]),
      [[`${SITE}/deeper`, 'depth']],
    );
  });

  it('cuts what robots.txt forbids', () => {
    const one = frontier({ mayVisit: (url) => !url.includes('/secret') });
    one.offer(candidate('/secret/a'));
    one.offer(candidate('/secret/b.png', { purpose: 'target' }));
    assert.deepEqual(drain(one), []);
    assert.deepEqual(
      one.cut.map(({ reason }) => reason),
      ['robots', 'robots'],
    );
  });

  it('ends an endless calendar, and pagers and frames without end', () => {
    const one = frontier({ maxPages: 2000, maxDepth: 5 });
    for (let month = 0; month < 3000; month++) one.offer(candidate(`/calendar?month=${month}`));
    one.offer(candidate('/list?page=501', { pagerSteps: 501 }));
    one.offer(candidate('/frame', { purpose: 'frame', frameDepth: 4 }));
    one.offer(candidate('/a/b/a/b/a/b/a/b/'));
    one.offer(candidate(`/${'x'.repeat(2000)}`));
    assert.equal(drain(one).flat().length, 400);
    assert.equal(one.cut.length, 2604);
  });

  it('takes a target for a page when a page link to it is found in time', () => {
    const one = frontier();
    one.offer(candidate('/a', { purpose: 'target' }));
    one.offer(candidate('/a'));
    assert.deepEqual(paths(one.takeWave()), ['/a']);
    assert.deepEqual([...one.takeTargets()], []);
  });

  it('asks the hosts of targets in turn, and no more targets than allowed', () => {
    const one = frontier({ maxTargets: 4 });
    for (const path of ['/1', '/2', '/3']) {
      one.offer(candidate(`http://x.cn${path}`, { purpose: 'target' }));
    }
    one.offer(candidate('http://y.cn/1', { purpose: 'target' }));
    one.offer(candidate('http://z.cn/1', { purpose: 'target' }));
    const urls = [...one.takeTargets()].map(({ url }) => url);
    assert.deepEqual(urls, ['http://x.cn/1', 'http://y.cn/1', 'http://z.cn/1', 'http://x.cn/2']);
    assert.deepEqual(
      one.cut.map(({ url }) => url),
      ['http://x.cn/3'],
    );
  });
});

const anyCandidate = fc
  .record({
    path: fc.constantFrom('/a', '/b', '/c?x=1', '/d;jsessionid=7', '/e', '/f', 'http://x.cn/g'),
    purpose: fc.constantFrom('page', 'target', 'frame', 'endpoint'),
    rank: fc.constantFrom(...Object.values(ranks)),
    depth: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ path, ...more }) => candidate(path, more));

it('every address offered is taken or cut, and never both or twice', () => {
  const anyLimits = fc.record({
    maxPages: fc.integer({ min: 0, max: 8 }),
    maxTargets: fc.integer({ min: 0, max: 8 }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(anyCandidate)), anyLimits, (offers, limits) => {
      const one = frontier(limits);
      const taken: Candidate[] = [];
      for (const wave of offers) {
        for (const offered of wave) one.offer(offered);
        taken.push(...one.takeWave());
      }
      taken.push(...drain(one).flat(), ...one.takeTargets());
      const keys = [...taken, ...one.cut].map(({ url }) => targetKey(url));
      const offered = new Set(offers.flat().map(({ url }) => targetKey(url)));
      assert.equal(keys.length, new Set(keys).size);
      assert.deepEqual(new Set(keys), offered);
      assert.equal(one.queued, 0);
      assert.ok(taken.filter(({ purpose }) => purpose !== 'target').length <= limits.maxPages);
      assert.ok(taken.filter(({ purpose }) => purpose === 'target').length <= limits.maxTargets);
    }),
  );
});
