import { present } from '#base/assert.ts';
import type { Url } from '#base/url.ts';
import type { Evidence, Finding, FindingKind, FindingReason } from '#domain/finding.ts';
import type { InspectionTerms } from '#domain/terms.ts';
import { inspectors } from './inspectors.ts';
import { compareText } from './link-targets.ts';
import type { Sighting } from './sightings.ts';
import type { SiteView } from './site-view.ts';
import { evidenceOf } from './suspect.ts';

/** What each look says of one suspicion of look 0; null where a look did not find it. */
type Course = readonly (Finding | null)[];

/** Kinds whose absence at a look is itself a measurement: the target opened. */
const TARGET_KINDS: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'site-unavailable',
  'link-dead',
  'service-download-dead',
  'service-system-dead',
  'link-insecure',
]);

/** A finding in its final state, with the addresses that a further look has to visit. */
export interface Joined {
  finding: Finding;
  restsOn: Url[];
}

/**
 * Runs all inspectors on every look and joins what they say of one thing (same id) by the
 * recheck rule: found at every look, and looked at again at every look, is `confirmed`; missed
 * by one is `dropped`; what could not be looked at is `unmeasured`; the rest stays `suspected`
 * with its reason. What look 0 did not find is no finding. Nothing is confirmed on one look.
 * One after the other: a large site has thousands, and each is held once.
 */
export function* confirm(views: readonly SiteView[], terms: InspectionTerms): Generator<Joined> {
  const [crawl, ...again] = views;
  const view = present(crawl, 'an observation has a look 0');
  const said = new Set<string>();
  for (const inspector of inspectors) {
    const later = again.map((look) => new FoundAtLook(inspector.run(look, terms)));
    for (const first of inspector.run(view, terms)) {
      // Two addresses of one list (`index.html`, `index_1.html`) are one fault: it costs once.
      if (said.has(first.id)) continue;
      said.add(first.id);
      const course = [first, ...later.map((found) => found.take(first.id))];
      const finding = join(course, views);
      if (finding === null) continue;
      const last = course.findLast((found) => found !== null) ?? first;
      const restsOn = isSettled(last) ? [] : last.evidence.map(({ url }) => url);
      yield { finding, restsOn };
    }
  }
}

/** The findings of a further look, asked for in about the order in which they are found. */
class FoundAtLook {
  readonly #coming: Iterator<Finding>;
  /** Those that were passed while another was looked for. */
  readonly #passed = new Map<string, Finding>();

  constructor(found: Iterable<Finding>) {
    this.#coming = found[Symbol.iterator]();
  }

  /** The finding of an id, once; null when the look did not find it. */
  take(id: string): Finding | null {
    const passed = this.#passed.get(id);
    if (passed !== undefined) {
      this.#passed.delete(id);
      return passed;
    }
    for (let next = this.#coming.next(); next.done !== true; next = this.#coming.next()) {
      if (next.value.id === id) return next.value;
      this.#passed.set(next.value.id, next.value);
    }
    return null;
  }
}

function join(course: Course, views: readonly SiteView[]): Finding | null {
  const first = present(course[0], 'a suspicion begins at look 0');
  if (isSettled(first)) return first;
  if (course.includes(null)) return settleMissed(first, course, views);
  const found = course.filter((finding) => finding !== null);
  const last = found.at(-1) ?? first;
  const evidence = allEvidence(course, views);
  const unmeasured = found.find(({ state }) => state === 'unmeasured');
  if (unmeasured !== undefined) {
    const known = found.find(({ state }) => state !== 'unmeasured') ?? unmeasured;
    return { ...known, state: 'unmeasured', reason: unmeasured.reason, evidence };
  }
  const doubted = found.find(({ reason }) => reason !== 'one-look');
  if (doubted) return { ...last, state: 'suspected', reason: doubted.reason, evidence };
  if (found.length < 2 || !found.every(isLookedAtAgain)) {
    return { ...last, state: 'suspected', reason: 'one-look', evidence };
  }
  return { ...last, state: 'confirmed', reason: null, evidence };
}

/** Confirmed at one look is only what a series of visits shows: no further look adds to it. */
function isSettled({ state }: Finding): boolean {
  return state === 'confirmed';
}

/** Some look did not find it: cleared, unless none of those could read what it rests on. */
function settleMissed(first: Finding, course: Course, views: readonly SiteView[]): Finding | null {
  if (first.state === 'unmeasured') return null;
  const evidence = allEvidence(course, views);
  const kept: FindingReason[] = [];
  let isCleared = false;
  for (const [look, view] of views.entries()) {
    if (course[look] !== null) continue;
    const seen = seenAgain(first, view);
    for (const sighting of seen) evidence.push(evidenceOf(sighting, null));
    const reason = TARGET_KINDS.has(first.kind) ? null : whyUnread(view, seen[0]);
    if (reason === null) isCleared = true;
    else kept.push(reason);
  }
  const [reason] = kept;
  if (isCleared || reason === undefined) {
    return { ...first, state: 'dropped', reason: 'recovered', evidence: sorted(evidence) };
  }
  return { ...first, state: 'unmeasured', reason, evidence: sorted(evidence) };
}

/** What the finding rested on at look 0, where this look visited it again. */
function seenAgain(first: Finding, view: SiteView): Sighting[] {
  return first.evidence.flatMap(({ url }) => {
    const sighting = view.sightings.seen(url, view.look);
    return sighting?.visit.look === view.look ? [sighting] : [];
  });
}

function whyUnread(view: SiteView, sighting: Sighting | undefined): FindingReason | null {
  if (sighting === undefined) return null;
  const page = view.page(sighting.visit.url);
  if (page.facts !== null) return null;
  return page.unread ?? 'unreachable';
}

/** Whether all that a finding rests on was visited at its own look. */
function isLookedAtAgain(finding: Finding, look: number): boolean {
  return finding.evidence.length > 0 && finding.evidence.every((proof) => proof.look === look);
}

/** The visits of every look that the finding rests on, and the page that shows the link. */
function allEvidence(course: Course, views: readonly SiteView[]): Evidence[] {
  const evidence = course.flatMap(
    (finding, look) => finding?.evidence.filter((proof) => proof.look === look) ?? [],
  );
  const [first] = course;
  const [view] = views;
  const shownOn = first?.foundOn ? view?.sightings.seen(first.foundOn, 0) : null;
  if (shownOn && first) evidence.push(evidenceOf(shownOn, first.anchorText));
  return sorted(evidence);
}

function sorted(evidence: readonly Evidence[]): Evidence[] {
  const byVisit = new Map<string, Evidence>();
  for (const proof of evidence) {
    const known = byVisit.get(proof.visit)?.excerpt ?? null;
    if (known === null) byVisit.set(proof.visit, proof);
  }
  return [...byVisit.values()].sort((a, b) => a.look - b.look || compareText(a.visit, b.visit));
}
