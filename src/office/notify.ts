import type { Instant } from '#base/civil-date.ts';
import { present } from '#base/assert.ts';
import type { NewNotice, Recipients } from '#domain/notice.ts';
import type { Tx } from '#store/database/database.ts';
import { insertNotices, peopleOfRegion, peopleOfUnit } from '#store/notices.ts';
import { placeOfUnit } from '#store/places.ts';
import { findSite } from '#store/sites.ts';
import { insertEvents } from '#store/webhooks.ts';

/**
 * Tells people of something, and webhooks that listen: within the act that it is about, so that
 * it is told if and only if it happened. Each person is told once of a kind and subject. Gives
 * who was told now.
 */
export async function notify(tx: Tx, notice: NewNotice, at: Instant): Promise<number[]> {
  const { to, ...rest } = notice;
  const told = await insertNotices(tx, await peopleOf(tx, to), rest, at);
  const { kind, subject, args, link, siteId } = rest;
  const site = siteId === null ? null : await findSite(tx, siteId);
  const regionPath = site?.place.region ?? (await regionOf(tx, to));
  if (regionPath === null) return told;
  const about = site && {
    id: site.id,
    name: site.name,
    homepage: site.homepage,
    siteIdCode: site.siteIdCode,
    unit: site.unit,
  };
  const body = { kind, at, subject, site: about, args, link };
  await insertEvents(tx, { kind, subject, body, regionPath }, at);
  return told;
}

async function peopleOf(tx: Tx, to: Recipients): Promise<readonly number[]> {
  if ('people' in to) return [...new Set(to.people)];
  if ('role' in to) return await peopleOfRegion(tx, to.place.region, to.role);
  const place = present(await placeOfUnit(tx, to.unit), 'a notice goes to a unit there is');
  return await peopleOfUnit(tx, place.unit ?? '', to.roles ?? ['unit-editor', 'unit-head']);
}

/** Where something lies that is about no site; null for what concerns persons alone. */
async function regionOf(tx: Tx, to: Recipients): Promise<string | null> {
  if ('people' in to) return null;
  if ('role' in to) return to.place.region;
  return (await placeOfUnit(tx, to.unit))?.region ?? null;
}
