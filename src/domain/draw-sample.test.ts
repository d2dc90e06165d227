import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Sample } from './campaign.ts';
import { type Candidate, drawSample } from './draw-sample.ts';

const kinds = ['portal', 'department', 'ministry'] as const;

function sites(count: number): Candidate[] {
  return Array.from({ length: count }, (_, order) => ({
    siteId: order + 1,
    key: `site-${order + 1}`,
    kind: kinds[order % kinds.length] ?? 'portal',
  }));
}

const sample: Sample = { mode: 'drawn', share: 0.3, strata: [], seed: '2019Q2', excluded: [] };

test('all sites but the excluded ones are taken when nothing is drawn', () => {
  const excluded = [{ siteId: 2, reason: '正在迁移' }];
  const draw = drawSample(sites(4), { ...sample, mode: 'all', share: 1, excluded });
  assert.deepEqual(
    draw.drawn.map(({ siteId }) => siteId),
    [1, 3, 4],
  );
  assert.deepEqual(draw.excluded, excluded);
});

test('a share is a minimum: of ten sites three are drawn by 0.3, and four by 0.31', () => {
  assert.equal(drawSample(sites(10), sample).drawn.length, 3);
  assert.equal(drawSample(sites(10), { ...sample, share: 0.31 }).drawn.length, 4);
});

test('every stratum gives its share, and at least one site', () => {
  const draw = drawSample(sites(31), { ...sample, share: 0.01, strata: ['portal', 'ministry'] });
  assert.deepEqual(draw.strata, [
    { kinds: ['portal'], of: 11, drawn: 1 },
    { kinds: ['ministry'], of: 10, drawn: 1 },
    { kinds: ['department'], of: 10, drawn: 1 },
  ]);
});

test('another seed draws other sites', () => {
  const keys = (seed: string) => drawSample(sites(100), { ...sample, seed }).drawn;
  assert.notDeepEqual(keys('a'), keys('b'));
});

test('drawn again, in whatever order the sites stand, it is the same list', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(sites(40), { minLength: 1 }),
      fc.string(),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (some, seed, share) => {
        const order = { ...sample, seed, share, strata: ['portal' as const] };
        const numbers = (list: Candidate[]) =>
          drawSample(list, order)
            .drawn.map(({ siteId }) => siteId)
            .sort((a, b) => a - b);
        assert.deepEqual(numbers([...some].reverse()), numbers(some));
      },
    ),
  );
});

test('a site that joins the register changes the rank of no other', () => {
  const before = drawSample(sites(30), sample).drawn.map(({ key }) => key);
  const after = drawSample(sites(31), { ...sample, share: 10 / 31 }).drawn.map(({ key }) => key);
  assert.ok(before.filter((key) => after.includes(key)).length >= before.length - 1);
});
