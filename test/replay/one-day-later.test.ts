import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type CivilDate } from '#base/civil-date.ts';
import type { ChannelKind } from '#domain/channel.ts';
import type { Observation } from '#domain/observation.ts';
import {
  at,
  entry,
  list,
  ObservationBuilder,
  terms,
} from '#inspect/testing/observation-builder.ts';
import { whatToLookAtAgain } from '#inspect/what-to-look-at-again.ts';
import { judgeSite } from '#office/judge-site.ts';
import { loadRubric } from '#office/run-instruments.ts';

const { rubric } = loadRubric('cn-census-2015', []);

/** The kinds of channels with a clock, and the clocks in months or days. */
const clocks: { kind: ChannelKind; months?: number; days?: number; points: number }[] = [
  { kind: 'news', days: 14, points: 3 },
  { kind: 'notices', months: 6, points: 4 },
  { kind: 'policy-documents', months: 6, points: 4 },
  { kind: 'personnel', months: 12, points: 5 },
  { kind: 'plans', months: 12, points: 5 },
];
type Clock = (typeof clocks)[number];

/** The boundary day once more, by other means: back to the first of the month, then to its day. */
function boundaryOf(asOf: CivilDate, { months, days }: Clock): CivilDate {
  const day = new Date(`${asOf}T00:00:00Z`);
  if (days !== undefined) return iso(day.getTime() - days * 86_400_000);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() - (months ?? 0)];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return iso(Date.UTC(year, month, Math.min(day.getUTCDate(), lastDay)));
}

function iso(instantMs: number): CivilDate {
  return new Date(instantMs).toISOString().slice(0, 10);
}

/** A site with one channel a clock, its newest entry so many days after its boundary. */
function siteWith(asOf: CivilDate, offsetDays: readonly number[]): ObservationBuilder {
  const today = [entry('/today.html', asOf)];
  const navigation = clocks.map(({ kind }) => ({ text: kind, url: at(`/${kind}/`), level: 1 }));
  const home = Array.from({ length: 12 }, (_, index) => entry(`/h/${index}.html`, asOf));
  const builder = new ObservationBuilder(asOf).page('/', { navigation, entries: home });
  for (const [index, clock] of clocks.entries()) {
    const newest = addDays(boundaryOf(asOf, clock), offsetDays[index] ?? 0);
    const old = [
      entry(`/${clock.kind}/1.html`, addDays(newest, -40)),
      entry(`/${clock.kind}/2.html`, newest),
    ];
    const rows = newest > asOf ? today : old;
    builder.page(`/${clock.kind}/`, list(clock.kind, clock.kind, rows));
  }
  return builder;
}

/** The channels charged as late on a day, after a second look at everything suspicious. */
function lateOn(builder: ObservationBuilder, asOf: CivilDate): { late: string[]; charged: number } {
  const observation: Observation = { ...lookedAtTwice(builder), asOf };
  const { result } = judgeSite(observation, rubric);
  const late = result.findings
    .filter(({ kind, state }) => kind === 'channel-stale' && state === 'confirmed')
    .map(({ url }) => new URL(url).pathname.replaceAll('/', ''));
  const charged = result.deductions
    .filter(({ indicator }) => /2-weeks|6-months|1-year/.test(indicator))
    .reduce((sum, { points }) => sum + points, 0);
  return { late: late.toSorted(), charged };
}

function lookedAtTwice(builder: ObservationBuilder): Observation {
  const urls = new Set(clocks.map(({ kind }) => at(`/${kind}/`)));
  const { visits } = builder.build();
  if (!visits.some(({ look }) => look === 1)) builder.again([...urls], 1);
  return builder.build();
}

/** Days of the years around several leap years, their ends of months and leap days oftener. */
const someDay: fc.Arbitrary<CivilDate> = fc.oneof(
  fc.integer({ min: 0, max: 366 * 30 }).map((days) => addDays('2000-01-01', days)),
  fc
    .tuple(
      fc.integer({ min: 1999, max: 2032 }),
      fc.constantFrom('02-27', '02-28', '03-01', '08-28', '08-29', '08-30', '08-31', '12-31'),
    )
    .map(([year, day]) => `${year}-${day}`),
  fc.constantFrom('2000-02-29', '2004-02-29', '2016-02-29', '2020-02-29', '2024-02-29'),
);

test('moving the day by one makes exactly the channels late that stand on their boundary', () => {
  const offsets = fc.array(fc.constantFrom(-30, -1, 0, 1, 2, 9), {
    minLength: clocks.length,
    maxLength: clocks.length,
  });
  const property = fc.property(someDay, offsets, (asOf, offsetDays) => {
    const tomorrow = addDays(asOf, 1);
    const builder = siteWith(asOf, offsetDays);
    const expected = (day: CivilDate) =>
      clocks.filter((clock, index) => {
        const newest = addDays(boundaryOf(asOf, clock), offsetDays[index] ?? 0);
        return newest <= asOf && newest < boundaryOf(day, clock);
      });
    for (const day of [asOf, tomorrow]) {
      const { late, charged } = lateOn(builder, day);
      const due = expected(day);
      assert.deepEqual(late, due.map(({ kind }) => kind).toSorted(), `as of ${day}`);
      assert.equal(
        charged,
        due.reduce((sum, clock) => sum + clock.points, 0),
      );
    }
  });
  fc.assert(property, { numRuns: 200 });
});

test('whatever is suspected late is among what is looked at again', () => {
  const builder = siteWith('2024-02-29', [-1, -1, -1, -1, -1]);
  const urls = whatToLookAtAgain(builder.build(), terms);
  for (const { kind } of clocks) assert.ok(urls.includes(at(`/${kind}/`)), kind);
});
