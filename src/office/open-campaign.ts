import { type CivilDate, parseCivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { createGuard } from '#crawl/guard.ts';
import type { CampaignSettings, Sample } from '#domain/campaign.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import { checkCampaign, defaultCampaignSettings } from '#domain/check-campaign.ts';
import { personId } from '#domain/person.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import { parseBrief } from '#publish/parse-brief.ts';
import { insertCampaign } from '#store/campaigns.ts';
import { listPackagedRubrics } from '#store/load-data.ts';
import { placeOfRegion } from '#store/places.ts';
import type { Database } from '#store/database/database.ts';
import { rubricInForce } from './ask-activations.ts';
import { type Desk, perform, requireRight } from './desk.ts';
import { type CampaignPreview, previewOf } from './preview-campaign.ts';
import { loadRubric } from './run-instruments.ts';

/** What a campaign is opened with; what is left out is as `defaultCampaignSettings` has it. */
export interface CampaignOrder {
  regionId: number;
  name: string;
  /** 2019年第二季度. */
  period: string;
  asOf: string;
  /** Id of a packaged rubric, and of overlays on top; left out: what is in force there then. */
  rubric?: string | undefined;
  overlays?: readonly string[] | undefined;
  settings?: Partial<CampaignSettings> | undefined;
  sample?: Partial<Sample> | undefined;
  brief?: CampaignBrief | undefined;
}

/**
 * Opens a campaign as a draft and gives its number. The text of its rubric is kept with it, so
 * that it means the same for ever; nothing is visited yet.
 */
export async function openCampaign(desk: Desk, order: CampaignOrder): Promise<number> {
  return await perform(desk, async (act) => {
    const { asOf, settings, sample, rubric } = await checkOrder(desk, act.tx, order);
    const { name, period, regionId } = order;
    const brief = parseBrief(JSON.stringify(order.brief ?? {}), 'brief');
    const id = await insertCampaign(act.tx, {
      regionId,
      name,
      period,
      asOf,
      rubric,
      settings,
      sample,
      brief,
      openedBy: personId(act.actor),
      openedAt: act.at,
    });
    const after = { name, period, asOf, regionId, rubric: rubric.id, settings, sample };
    await act.note({ act: 'campaign.open', thing: 'campaign', thingId: id, after });
    return id;
  });
}

/** Says what a campaign would do if it were opened and started now. Nothing is kept. */
export async function previewOrder(desk: Desk, order: CampaignOrder): Promise<CampaignPreview> {
  const { place, settings, sample, rubric } = await checkOrder(desk, desk.db, order);
  return await previewOf(desk, { region_path: place.region, sample, settings, rubric });
}

/** The terms of an order; refuses what may not be opened, or not so. */
async function checkOrder(desk: Desk, db: Database, order: CampaignOrder) {
  const place = await placeOfRegion(db, order.regionId);
  if (place === null) throw new Refusal('not-found', { thing: 'region', id: order.regionId });
  requireRight(desk, 'campaign.open', place);
  const { settings, sample } = termsOf(order);
  const { name, period } = order;
  const asOf = parseCivilDate(order.asOf);
  if (asOf === null) throw new Refusal('as-of-malformed', { text: order.asOf });
  checkCampaign({ name, period, settings, sample });
  refuseForeignNets(desk, settings.allowNet);
  createGuard(settings.allowNet);
  const rubric = await rubricOf(db, order, asOf);
  return { place, asOf, settings, sample, rubric };
}

/** The rubric that an order names, or the one that is in force in its region as of its day. */
async function rubricOf(db: Database, order: CampaignOrder, day: CivilDate) {
  if (order.rubric !== undefined) return chooseRubric(order.rubric, order.overlays ?? []);
  const { rubric, overlays } = await rubricInForce(db, { regionId: order.regionId, day });
  return chooseRubric(rubric, overlays);
}

function termsOf(order: CampaignOrder): { settings: CampaignSettings; sample: Sample } {
  const sample: Sample = {
    mode: 'all',
    share: 1,
    strata: [],
    excluded: [],
    seed: `${order.name} ${order.asOf}`,
    ...order.sample,
  };
  return { settings: { ...defaultCampaignSettings, ...order.settings }, sample };
}

/** By id only: who asks through the network names no files of this machine. */
export function chooseRubric(id: string, overlays: readonly string[]): RunSettings['rubric'] {
  const known = listPackagedRubrics();
  const stranger = [id, ...overlays].find((one) => !known.includes(one));
  if (stranger !== undefined) {
    throw new Refusal('rubric-unknown', { rubric: stranger, known: known.join(', ') });
  }
  const chosen = loadRubric(id, overlays);
  return {
    id: chosen.rubric.ref.id,
    text: chosen.text,
    overlays: chosen.overlays.map(({ file, text }) => ({ file, text })),
  };
}

/** A person may only name private networks that whoever runs the service has opened. */
function refuseForeignNets({ actor, allowNet = [] }: Desk, asked: readonly string[]): void {
  const net = asked.find((one) => !allowNet.includes(one));
  if (net !== undefined && actor.kind === 'person') {
    throw new Refusal('campaign-net-closed', { net });
  }
}
