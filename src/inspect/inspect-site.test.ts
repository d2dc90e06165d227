import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type CivilDate } from '#base/civil-date.ts';
import { minusPeriod } from '#base/period.ts';
import type { ChannelKind } from '#domain/channel.ts';
import { type Finding, findingKinds } from '#domain/finding.ts';
import type { Observation } from '#domain/observation.ts';
import type { Visit } from '#domain/visit.ts';
import { inspectSite } from './inspect-site.ts';
import { inspectors } from './inspectors.ts';
import { faultySite, lookedAtAgain } from './testing/faulty-site.ts';
import { entry, list, ObservationBuilder, terms } from './testing/observation-builder.ts';

const clocked = Object.keys(terms.clocks) as ChannelKind[];

/** Days of several years, those around the ends of February and of other months often. */
const day: fc.Arbitrary<CivilDate> = fc.oneof(
  fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2012-01-01', n)),
  fc
    .tuple(
      fc.constantFrom('2012-02-29', '2016-02-29', '2020-02-29', '2019-02-28', '2019-08-31'),
      fc.integer({ min: -2, max: 2 }),
      fc.constantFrom(0, 14, 181, 184, 365, 366),
    )
    .map(([near, shift, later]) => addDays(near, shift + later)),
);

function staleChannels(observation: Observation, asOf: CivilDate): string[] {
  const { findings } = inspectSite({ ...observation, asOf }, terms);
  return findings.flatMap(({ kind, url }) => (kind === 'channel-stale' ? [url] : []));
}

test('one day later exactly the channels on their boundary become stale', () => {
  fc.assert(
    fc.property(
      day,
      fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 3 }),
      (asOf, shifts) => {
        const builder = new ObservationBuilder(asOf).page('/');
        const onBoundary: string[] = [];
        const tomorrow = addDays(asOf, 1);
        for (const kind of clocked) {
          for (const shift of [...shifts, 0]) {
            const period = terms.clocks[kind] as string;
            const newest = addDays(minusPeriod(asOf, period), shift);
            const path = `/${kind}/${shift}/`;
            builder.page(path, list(`${kind} ${shift}`, kind, [entry(`${path}1`, newest)]));
            const flips = newest >= minusPeriod(asOf, period);
            if (flips && newest < minusPeriod(tomorrow, period)) onBoundary.push(path);
          }
        }
        const observation = builder.build();
        const today = staleChannels(observation, asOf);
        const flipped = staleChannels(observation, tomorrow).filter((url) => !today.includes(url));
        assert.deepEqual(
          flipped.map((url) => new URL(url).pathname),
          [...new Set(onBoundary)].sort(),
        );
        assert.ok(today.every((url) => staleChannels(observation, tomorrow).includes(url)));
      },
    ),
    { numRuns: 150 },
  );
});

function shuffled<T>(values: readonly T[], keys: readonly number[]): T[] {
  return values
    .map((value, n) => ({ value, key: keys[n % keys.length] ?? 0, n }))
    .sort((a, b) => a.key - b.key || b.n - a.n)
    .map(({ value }) => value);
}

test('the order of the visits and facts does not matter', () => {
  const observation = lookedAtAgain(faultySite(), 2);
  const expected = inspectSite(observation, terms);
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 7, maxLength: 40 }), (keys) => {
      const visits = shuffled(observation.visits, keys);
      const facts = Object.fromEntries(shuffled(Object.entries(observation.facts), keys));
      assert.deepEqual(inspectSite({ ...observation, visits, facts }, terms), expected);
    }),
    { numRuns: 60 },
  );
});

function confirmedIds(findings: readonly Finding[]): string[] {
  return findings.filter(({ state }) => state === 'confirmed').map(({ id }) => id);
}

test('nothing is confirmed on one look', () => {
  assert.deepEqual(confirmedIds(inspectSite(faultySite().build(), terms).findings), []);
});

test('a confirmed finding has evidence of every look, whatever part was looked at again', () => {
  const first = faultySite().build();
  const asked = first.visits.map(({ url }) => url);
  fc.assert(
    fc.property(fc.array(fc.subarray(asked), { maxLength: 3 }), (rounds) => {
      const builder = faultySite();
      for (const [n, urls] of rounds.entries()) builder.again(urls, n + 1);
      const observation = builder.build();
      const lastLook = Math.max(0, ...observation.visits.map(({ look }) => look));
      for (const { state, evidence } of inspectSite(observation, terms).findings) {
        if (state !== 'confirmed') continue;
        assert.ok(lastLook > 0);
        const looks = new Set(evidence.map(({ look }) => look));
        assert.equal(looks.size, lastLook + 1);
      }
    }),
    { numRuns: 100 },
  );
});

function failedByUs(visit: Visit): Visit {
  const outcome = { kind: 'failed', why: 'ours', detail: 'test', ms: 1 } as const;
  return { ...visit, finalUrl: visit.url, via: [], outcome };
}

test('a failure of ours at any visit never adds a confirmed finding', () => {
  const observation = lookedAtAgain(faultySite(), 2);
  const before = new Set(confirmedIds(inspectSite(observation, terms).findings));
  assert.ok(before.size > 10);
  for (const [n, broken] of observation.visits.entries()) {
    const visits = observation.visits.with(n, failedByUs(broken));
    const { [broken.id]: _, ...facts } = observation.facts;
    const after = confirmedIds(inspectSite({ ...observation, visits, facts }, terms).findings);
    const added = after.filter((id) => !before.has(id));
    assert.deepEqual(added, [], `${broken.id} ${broken.url} look ${broken.look}`);
  }
});

test('nor on a site that has no fault', () => {
  const observation = soundSite();
  const { findings } = inspectSite(observation, terms);
  assert.deepEqual(confirmedIds(findings), [findings[0]?.id]);
  assert.equal(findings[0]?.kind, 'footer-element-missing');
  for (const [n, broken] of observation.visits.entries()) {
    const visits = observation.visits.with(n, failedByUs(broken));
    const { [broken.id]: _, ...facts } = observation.facts;
    const after = inspectSite({ ...observation, visits, facts }, terms).findings;
    const kinds = after.filter(({ state }) => state === 'confirmed').map(({ kind }) => kind);
    assert.ok(
      kinds.every((kind) => kind === 'footer-element-missing'),
      `${broken.url} ${kinds}`,
    );
  }
});

/** A site in order, all of it looked at twice. */
function soundSite(): Observation {
  const rows = Array.from({ length: 10 }, (_, n) => entry(`/n/${n}.html`));
  const day0 = '2019-05-20';
  const names = ['news', 'mail', 'survey', 'service'];
  const navigation = names.map((name) => {
    return { text: name, url: new URL(`/${name}/`, 'http://www.example.gov.cn/').href, level: 1 };
  });
  const links = [...navigation, ...rows].map(
    ({ url }) => ({ url: url ?? '', text: '', as: 'a' }) as const,
  );
  const letter = { title: '请问', url: null, askedAt: day0, answeredAt: day0, answered: true };
  const events = ['一', '二', '三'].map((title) => {
    return { kind: 'survey', title, url: null, heldAt: day0, isResult: false } as const;
  });
  const builder = new ObservationBuilder()
    .page('/', { navigation, links, entries: rows })
    .page('/news/', { ...list('news', 'news', rows), navigation })
    .page('/mail/', {
      ...list('mail', 'consultation', []),
      kind: 'mailbox',
      letters: [{ ...letter, category: 'consultation' }],
    })
    .page('/survey/', { ...list('survey', 'survey', []), kind: 'survey', events })
    .page('/service/', list('service', 'service', [entry('/g', day0)]));
  for (const { url } of rows) builder.page(url ?? '', { kind: 'article', publishedAt: day0 });
  const first = builder.build();
  return builder.again([...new Set(first.visits.map(({ url }) => url))], 1).build();
}

test('every kind the machine finds is found by one inspector, all in the law’s list', () => {
  const kinds = inspectors.flatMap((inspector) => inspector.kinds);
  assert.equal(new Set(kinds).size, kinds.length);
  const byPerson = ['grave-error', 'information-inaccurate', 'date-forged', 'link-hijacked'];
  assert.deepEqual(
    findingKinds.filter((kind) => !kinds.includes(kind)),
    [...byPerson, 'hidden-link'],
  );
});
