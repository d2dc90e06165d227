import type { Run } from '#domain/circular.ts';
import type { SiteResult } from '#domain/result.ts';
import { briefItems } from './brief-items.ts';
import type { Draft, Item } from './circular-model.ts';
import {
  countField,
  dateField,
  field,
  fractionField,
  namesField,
  pointsField,
  rateField,
  textField,
} from './fields.ts';
import { mean, rate } from './quotient.ts';
import { bands, type Tally, tally } from './tally.ts';
import { fill, fillText, join } from './template.ts';
import { words } from './wording.ts';

/** Part one (总体情况): the sites, then what the brief tells of other matters. */
export function overviewPart(draft: Draft): Item[] {
  const { result, wording } = draft;
  const counts = tally(result, wording.naming);
  const runs = [
    ...inspected(draft),
    ...passRate(draft, counts),
    ...named(draft, 'incomplete', 'sites.incomplete', counts.incomplete),
    ...named(draft, 'failedOnes', 'sites.failed', counts.failed),
    ...scores(draft, counts.scored),
    ...good(draft, counts),
  ];
  return [{ heading: [{ text: words(wording, 'sitesHeading') }], runs }, ...briefItems(draft)];
}

function inspected({ result, brief, wording }: Draft): Run[] {
  const { samplingRatio, commissionedTo } = brief;
  const share = samplingRatio === undefined ? null : rate(Math.round(samplingRatio * 1000), 1000);
  return fill(words(wording, 'inspected'), {
    ratio: share
      ? fill(words(wording, 'ratio'), { ratio: rateField('brief.samplingRatio', share, 'brief') })
      : [],
    commissioned: commissionedTo
      ? fill(words(wording, 'commissioned'), {
          commissionedTo: textField('brief.commissionedTo', commissionedTo, 'brief'),
        })
      : [],
    asOf: dateField('asOf', result.asOf, 'result.asOf'),
    total: countField('sites.total', result.sites.length, 'result.sites'),
  });
}

function passRate({ wording }: Draft, { passed, failed }: Tally): Run[] {
  const decided = passed.length + failed.length;
  if (decided === 0) return fill(words(wording, 'noRate'), {});
  const share = rate(passed.length, decided);
  const source = 'result.sites[verdict=pass] / result.sites[verdict=pass|fail]';
  return fill(words(wording, 'rate'), {
    passed: countField('sites.passed', passed.length, 'result.sites[verdict=pass]'),
    failed: countField('sites.failed', failed.length, 'result.sites[verdict=fail]'),
    rate: rateField('sites.passRate', share, source),
    fraction: fractionField('sites.passFraction', share, source),
  });
}

/** A sentence that names sites, or nothing when there are none. */
function named({ wording }: Draft, key: string, id: string, sites: readonly SiteResult[]): Run[] {
  if (sites.length === 0) return [];
  return fill(words(wording, key), {
    count: countField(id, sites.length, id),
    names: namesField(`${id}.names`, unitsOf(sites), id),
  });
}

function scores(draft: Draft, scored: readonly SiteResult[]): Run[] {
  const { wording } = draft;
  if (scored.length < wording.naming.rankAtLeast) return [];
  const average = mean(scored.map(({ score }) => score ?? 0));
  const source = 'result.sites[].score';
  const items = bands(scored, wording).map((band) => {
    const id = `scores.band.${band.min}`;
    return fill(words(wording, 'band'), {
      label: field(`${id}.label`, bandLabel(band, draft), band.min, 'wording.naming.bands'),
      count: countField(`${id}.count`, band.count, source),
    });
  });
  return fill(words(wording, 'scores'), {
    count: countField('scores.count', scored.length, source),
    mean: field('scores.mean', average.rounded.toFixed(1), average, source),
    bands: join(items, '，'),
  });
}

function bandLabel(
  { min, below, exact }: { min: number; below: number | null; exact: boolean },
  { wording }: Draft,
): string {
  const key =
    below === null ? (exact ? 'bandExact' : 'bandTop') : min === 0 ? 'bandLow' : 'bandMiddle';
  return fillText(words(wording, key), { min: String(min), below: String(below) });
}

function good({ wording }: Draft, counts: Tally): Run[] {
  if (counts.good.length === 0) return [];
  const { goodAtLeast } = wording.naming;
  return fill(words(wording, 'good'), {
    names: namesField('sites.good.names', unitsOf(counts.good), 'result.sites'),
    count: countField('sites.good', counts.good.length, 'result.sites'),
    line: pointsField('naming.goodAtLeast', goodAtLeast, 'wording.naming'),
  });
}

/** The units of sites, in their order. */
export function unitsOf(sites: readonly SiteResult[]): string[] {
  return sites.map(({ unit }) => unit);
}
