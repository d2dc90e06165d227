import { present } from '#base/assert.ts';
import type { Behaviour, TargetPlan } from './city-plan.ts';
import { channelHref, entryHref, type SiteWorld, targetUrl } from './site-world.ts';
import type { TrueFinding } from './truth-model.ts';

type Verdict =
  | { is: 'fine' }
  | { is: 'blocked' }
  | { is: 'dead'; measure: Record<string, string | number | null> };

const fine: Verdict = { is: 'fine' };
const blocked: Verdict = { is: 'blocked' };
const dead = (outcome: string, status?: number | null): Verdict => ({
  is: 'dead',
  measure: status === undefined ? { outcome } : { outcome, status },
});

/** What each behaviour of an address comes to. */
const verdicts: Readonly<Record<Behaviour, Verdict>> = {
  file: fine,
  redirect: fine,
  'cookie-loop': fine,
  'recovers-503': fine,
  'recovers-reset': fine,
  missing: dead('not-found', 404),
  gone: dead('gone', 410),
  error: dead('server-error', 500),
  unavailable: dead('server-error', 503),
  reset: dead('reset', null),
  refused: dead('refused', null),
  timeout: dead('timeout', null),
  'soft-404': dead('soft-404', 200),
  'redirect-home': dead('redirect-home'),
  'redirect-loop': dead('redirect-loop'),
  unauthorised: blocked,
  forbidden: blocked,
  throttled: blocked,
  challenge: blocked,
};

/** The findings that a site's links come to: one for each dead or undecidable target. */
export function linkFindings(world: SiteWorld): TrueFinding[] {
  return world.plan.targets.flatMap((target, index) => {
    const verdict = verdicts[target.behaviour];
    if (verdict.is === 'fine') return [];
    const { foundOn, onHomepage } = target.entry
      ? { foundOn: placesOfRow(world, target), onHomepage: false }
      : placesOfTarget(world, index);
    const position = onHomepage ? 'homepage' : 'other';
    const finding: TrueFinding = {
      kind: 'link-dead',
      state: verdict.is === 'dead' ? 'confirmed' : 'unmeasured',
      url: targetUrl(world, target),
      foundOn,
      channel: null,
      measure: { position, ...(verdict.is === 'dead' ? verdict.measure : {}) },
      reason: verdict.is === 'dead' ? null : 'blocked',
    };
    return [finding, ...serviceFinding(finding, target)];
  });
}

/** A dead form or system of a guide is also a finding of its own; the fact is charged once. */
function serviceFinding(link: TrueFinding, target: TargetPlan): TrueFinding[] {
  if (target.as === 'link' || link.state !== 'confirmed') return [];
  const { position: _position, ...measure } = link.measure;
  return [{ ...link, kind: `service-${target.as}-dead`, measure }];
}

function placesOfTarget(
  world: SiteWorld,
  target: number,
): { foundOn: string[]; onHomepage: boolean } {
  const links = world.plan.links.filter((link) => link.target === target);
  const places = links.map(({ place }) => {
    if (!place) return `${world.origin}/`;
    const channel = present(world.plan.channels[place.channel], 'a channel');
    return world.origin + entryHref(world, channel, place.entry);
  });
  return { foundOn: [...new Set(places)], onHomepage: links.some(({ place }) => !place) };
}

/** A row's link stands on its list page, on both neighbours, and on the landing page above. */
function placesOfRow(world: SiteWorld, target: TargetPlan): string[] {
  const { channel: index, entry } = present(target.entry, 'a row');
  const { channels } = world.plan;
  const channel = present(channels[index], 'a channel');
  const page = Math.floor(entry / channel.perPage) + 1;
  const places = [world.family.address.list(channel.path, page)];
  for (const other of [entry - 1, entry + 1]) {
    if (other >= 0 && other < channel.count) places.push(entryHref(world, channel, other));
  }
  const parent = channel.parent === null ? undefined : channels[channel.parent];
  if (parent && entry < parent.landingRows) places.push(channelHref(world, parent));
  return places.map((path) => world.origin + path);
}
