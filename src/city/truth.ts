import { present } from '#base/assert.ts';
import type { ChannelPlan, CityPlan, SitePlan, TargetPlan } from './city-plan.ts';
import { listPages } from './entries.ts';
import type { TemplateFamily } from './page-model.ts';
import { buildWorld, type CityOrigins, type SiteWorld } from './site-world.ts';
import { channelFindings, homepageFindings } from './truth-channels.ts';
import { linkFindings } from './truth-links.ts';
import type { CityTruth, PageReader, SiteTruth, TrueFinding } from './truth-model.ts';
import { type Judged, judgeTruth } from './truth-score.ts';

/** What an inspection of a city must come to, from its plan alone, by who reads its pages. */
export function cityTruth(
  plan: CityPlan,
  families: readonly TemplateFamily[],
  origins: CityOrigins,
  reader: PageReader = 'fetch',
): CityTruth {
  return {
    schema: 'xunwang-city-truth/1',
    reader,
    plan: plan.id,
    seed: plan.seed,
    asOf: plan.asOf,
    rubric: 'cn-census-2015',
    sites: plan.sites.map((site) => {
      const family = families.find(({ id }) => id === site.family);
      const world = buildWorld(site, plan.asOf, present(family, site.family), origins);
      return siteTruth(world, reader);
    }),
  };
}

/** What an inspection of one site must come to. */
export function siteTruth(world: SiteWorld, reader: PageReader = 'fetch'): SiteTruth {
  const plan = planAsRead(world.plan, reader);
  const judged = judgedFindings(world, plan.channels);
  return {
    key: plan.key,
    unit: plan.unit,
    homepage: `${world.origin}/`,
    kind: plan.kind,
    ...judgeTruth(plan, judged),
    pages: pagesOf(plan),
    findings: judged.map(({ finding }) => finding),
  };
}

/** To a browser a list that a script builds is a list like any other. */
function planAsRead(plan: SitePlan, reader: PageReader): SitePlan {
  if (reader === 'fetch') return plan;
  const channels = plan.channels.map(
    (channel): ChannelPlan =>
      channel.delivery === 'script-only' ? { ...channel, delivery: 'html' } : channel,
  );
  return { ...plan, channels };
}

function judgedFindings(world: SiteWorld, channels: readonly ChannelPlan[]): Judged[] {
  const bare = (finding: TrueFinding): Judged => ({ finding, channel: null });
  if (world.plan.access !== 'open') return unopened(world).map(bare);
  const ofChannel = (channel: ChannelPlan) =>
    channelFindings(world, channel).map((finding) => ({ finding, channel }));
  return [
    ...homepageFindings(world).map(bare),
    ...channels.flatMap(ofChannel),
    ...linkFindings(world).map(bare),
  ];
}

/**
 * A wall keeps us out and proves nothing; a site that never opened is suspected for one run.
 * What the homepage would have told stays unmeasured.
 */
function unopened(world: SiteWorld): TrueFinding[] {
  const isWalled = world.plan.access === 'walled';
  const site = { url: `${world.origin}/`, foundOn: [], channel: null };
  const untold = ['homepage-not-updated', ...missingKinds] as const;
  return [
    {
      kind: 'site-unavailable',
      state: isWalled ? 'unmeasured' : 'suspected',
      ...site,
      measure: isWalled ? {} : { share: 1 },
      reason: isWalled ? 'blocked' : 'below-sample',
    },
    ...untold.map((kind): TrueFinding => {
      const reason = isWalled ? 'blocked' : 'unreachable';
      return { kind, state: 'unmeasured', ...site, measure: {}, reason };
    }),
  ];
}

const missingKinds = ['consultation-missing', 'survey-missing', 'services-missing'] as const;

/** Pages that a reader can reach on a site: not files, frames or the data behind a list. */
export function pagesOf(plan: SitePlan): number {
  if (plan.access !== 'open') return 0;
  const own = plan.home.style === 'entrance' ? 2 : 1;
  const goneRows = plan.targets.filter(({ entry }) => entry !== null).length;
  const alone = plan.targets.filter(isPageOfItsOwn).length;
  return plan.channels.reduce(
    (sum, channel) => sum + pagesOfChannel(channel),
    own + alone - goneRows,
  );
}

/** Whether a planted address works after all and shows a page that stands nowhere else. */
export function isPageOfItsOwn({ behaviour, host, path }: TargetPlan): boolean {
  const works = ['file', 'cookie-loop', 'recovers-503', 'recovers-reset'].includes(behaviour);
  return works && host === 'own' && (path ?? '').endsWith('.html');
}

function pagesOfChannel(channel: ChannelPlan): number {
  // The rows of a script-only list, and all pages of it but the first, show up in no link.
  if (channel.delivery === 'script-only') return listPages(channel);
  return listPages(channel) + channel.count;
}
