import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parseYaml } from '#base/yaml.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import { parseCityBrief } from './plan-city.ts';

const folder = new URL('./plans/', import.meta.url);

test('the figures of the seed campaign add up, and no scored unit opens a site', async () => {
  const text = await readFile(new URL('xianning-2019q2.brief.yaml', folder), 'utf8');
  const { value, mistakes } = parseYaml(text);
  assert.deepEqual(mistakes, []);
  const { errorReports, inquiries, tasks } = value as CampaignBrief;
  const bySite = errorReports?.bySite ?? [];
  assert.equal(
    bySite.reduce((sum, { count }) => sum + count, 0),
    errorReports?.total,
  );
  const { handled = 0, inProgress = 0, unpublished = 0 } = inquiries ?? {};
  assert.equal(handled + inProgress + unpublished, inquiries?.received);
  const city = parseCityBrief(await readFile(new URL('xianning-2019q2.yaml', folder), 'utf8'));
  const scored = new Set(city.sites.map(({ unit }) => unit));
  const opening = (tasks ?? []).filter(({ opensSite }) => opensSite).flatMap(({ units }) => units);
  assert.deepEqual(
    opening.filter((unit) => scored.has(unit ?? '')),
    [],
  );
});
