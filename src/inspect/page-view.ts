import { targetKey, type Url } from '#base/url.ts';
import type { FindingReason } from '#domain/finding.ts';
import type { Entry, InteractionEvent, Letter, Link, PageFacts } from '#domain/page.ts';
import type { Sighting, Sightings } from './sightings.ts';

/** A page as a reader has it before him: with what its frames and data addresses bring. */
export interface PageView {
  url: Url;
  sighting: Sighting | null;
  /** Facts of the page itself; null when it could not be read. */
  facts: PageFacts | null;
  /** The frames and data addresses of the page that could be read. */
  parts: { sighting: Sighting; facts: PageFacts; as: 'frame' | 'endpoint' }[];
  /** Why the page, or a part of it, could not be read; null when all of it was. */
  unread: FindingReason | null;
}

/** Whether an address is the inspected site's own, not a foreign one. */
export type IsOwn = (url: Url) => boolean;

/** Puts a page together as it is seen at a look. */
export function viewPage(sightings: Sightings, isOwn: IsOwn, url: Url, look: number): PageView {
  const sighting = sightings.seen(url, look);
  const facts = readableFacts(sighting);
  if (facts === null) {
    return { url, sighting, facts, parts: [], unread: whyUnread(sightings, url, sighting) };
  }
  const page: PageView = { url, sighting, facts, parts: [], unread: null };
  addParts(page, facts, { sightings, isOwn, look, known: new Set([targetKey(url)]) });
  page.unread ??= needsRendering(page, facts) ? 'needs-rendering' : null;
  return page;
}

interface Assembly {
  sightings: Sightings;
  isOwn: IsOwn;
  look: number;
  known: Set<string>;
}

function addParts(page: PageView, facts: PageFacts, assembly: Assembly): void {
  for (const url of facts.frames) addPart(page, url, 'frame', assembly);
  if (facts.leadsTo) addPart(page, facts.leadsTo, 'frame', assembly);
  for (const { url } of facts.endpoints) addPart(page, url, 'endpoint', assembly);
}

function addPart(page: PageView, url: Url, as: 'frame' | 'endpoint', assembly: Assembly): void {
  const { sightings, known, look } = assembly;
  if (known.has(targetKey(url))) return;
  known.add(targetKey(url));
  if (!assembly.isOwn(url)) return;
  const sighting = sightings.seen(url, look);
  const facts = readableFacts(sighting);
  if (sighting === null || facts === null) {
    page.unread ??= whyUnread(sightings, url, sighting);
    return;
  }
  page.parts.push({ sighting, facts, as });
  addParts(page, facts, assembly);
}

/** The facts of a sighting when a page was answered that is the site's own word. */
function readableFacts(sighting: Sighting | null): PageFacts | null {
  return sighting?.judgement.state === 'opened' ? sighting.facts : null;
}

/** Null for what is plainly not there (404, 410, soft 404): it holds nothing to be read. */
function whyUnread(
  sightings: Sightings,
  url: Url,
  sighting: Sighting | null,
): FindingReason | null {
  if (sighting === null) return sightings.cutReason(url) ?? 'budget';
  const { judgement } = sighting;
  if (judgement.state === 'unmeasured') return judgement.reason;
  if (judgement.state === 'opened') return null;
  const isGone = ['not-found', 'gone', 'soft-404'].includes(judgement.outcome);
  return isGone ? null : 'unreachable';
}

/** Frames and data addresses that could be read bring what the page itself does not hold. */
function needsRendering(page: PageView, facts: PageFacts): boolean {
  if (!facts.needsRendering) return false;
  if (page.parts.some((part) => part.as === 'endpoint')) return false;
  const frames = page.parts.filter((part) => part.as === 'frame');
  if (frames.some((part) => part.facts.entries.length > 0)) return false;
  return frames.length === 0 || frames.some(({ facts: inner }) => isUnframed(inner));
}

function isUnframed({ needsRendering: isNeeded, frames }: PageFacts): boolean {
  return isNeeded && frames.length === 0;
}

/** Facts of the page and of its parts, the page's own first. */
export function allFacts(page: PageView): PageFacts[] {
  return page.facts === null ? [] : [page.facts, ...page.parts.map((part) => part.facts)];
}

/** Rows of the page's list, those in frames and data addresses included. */
export function entriesOf(page: PageView): Entry[] {
  return allFacts(page).flatMap((facts) => facts.entries);
}

/** Letters the page shows, frames included. */
export function lettersOf(page: PageView): Letter[] {
  return allFacts(page).flatMap((facts) => facts.letters);
}

/** Surveys and interviews the page announces, frames included. */
export function eventsOf(page: PageView): InteractionEvent[] {
  return allFacts(page).flatMap((facts) => facts.events);
}

/** Links of the page, of its frames, and of the rows that its data addresses bring. */
export function linksOf(page: PageView): readonly Link[] {
  if (page.facts === null) return [];
  if (page.parts.length === 0) return page.facts.links;
  const links = [...page.facts.links];
  for (const part of page.parts) {
    links.push(...part.facts.links);
    if (part.as === 'frame') continue;
    for (const { url, title } of part.facts.entries) {
      if (url !== null) links.push({ url, text: title, as: 'a' });
    }
  }
  return links;
}
