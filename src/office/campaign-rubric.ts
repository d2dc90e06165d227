import { sha256 } from '#base/hash.ts';
import { toCentipoints } from '#base/points.ts';
import type { CampaignSettings } from '#domain/campaign.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import { parseRubric } from '#score/parse-rubric.ts';

/** Parsing one takes milliseconds, and a campaign asks a thousand times. */
const parsed = new Map<string, Rubric>();
const MOST_PARSED = 20;

/** The rubric that a campaign judges by: its own text, with its own pass line where it has one. */
export function campaignRubric(campaign: {
  rubric: RunSettings['rubric'];
  settings: Pick<CampaignSettings, 'passLine'>;
}): Rubric {
  const { id, text, overlays } = campaign.rubric;
  const key = sha256(JSON.stringify([id, text, overlays]));
  const rubric = parsed.get(key) ?? parseRubric(text, { file: `${id}.yaml`, overlays });
  if (!parsed.has(key) && parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(key, rubric);
  const { passLine } = campaign.settings;
  if (passLine === null) return rubric;
  const line = { ...rubric.scale.passLine, value: toCentipoints(passLine) };
  return { ...rubric, scale: { ...rubric.scale, passLine: line } };
}
