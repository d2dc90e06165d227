import { shortHash } from '#base/hash.ts';
import { targetKey, type Url } from '#base/url.ts';
import type { Channel } from '#domain/channel.ts';
import type {
  Evidence,
  Finding,
  FindingKind,
  FindingReason,
  NamedMeasure,
} from '#domain/finding.ts';
import { statusOf } from './judge-visit.ts';
import type { Sighting } from './sightings.ts';
import type { SiteView } from './site-view.ts';

/** What an inspector says of one thing at one look. */
export interface Suspicion {
  kind: FindingKind;
  url: Url;
  /** Tells findings of one kind and address apart; the address (as a target) by default. */
  subject?: string;
  /**
   * Why it was not measured, or may never be more than suspected. Null: it is confirmed when
   * every look finds it again.
   */
  reason: FindingReason | null;
  measure: NamedMeasure;
  /** The addresses it rests on, which are looked at again, with the deciding words of each. */
  restsOn: readonly { url: Url; excerpt: string | null }[];
  foundOn?: Url;
  anchorText?: string | null;
  channel?: Channel;
}

const UNMEASURED: ReadonlySet<FindingReason> = new Set<FindingReason>([
  'blocked',
  'needs-rendering',
  'timeout-ours',
  'robots',
  'budget',
  'unreachable',
  'forbidden-address',
]);

/** The finding of one look: `suspected` or `unmeasured`; `one-look` where a recheck may confirm. */
export function suspect(view: SiteView, suspicion: Suspicion): Finding {
  const { kind, url, reason, measure, channel } = suspicion;
  const subject = suspicion.subject ?? targetKey(url);
  return {
    id: `f-${shortHash(`${view.site.key}|${kind}|${subject}`)}`,
    kind,
    state: reason !== null && UNMEASURED.has(reason) ? 'unmeasured' : 'suspected',
    url,
    foundOn: suspicion.foundOn ?? null,
    anchorText: maySpeak(view, suspicion.foundOn) ? (suspicion.anchorText ?? null) : null,
    channel: channel ? { ...channel } : null,
    measure,
    evidence: suspicion.restsOn.flatMap(({ url: address, excerpt }) => {
      const sighting = view.sightings.seen(address, view.look);
      return sighting ? [evidenceOf(sighting, excerpt)] : [];
    }),
    reason: reason ?? 'one-look',
  };
}

function isLegible({ facts }: Sighting): boolean {
  return facts?.charsetCertain !== false;
}

/** Whether the words of the page that shows a link are sure to be words. */
function maySpeak(view: SiteView, foundOn: Url | undefined): boolean {
  const shownOn = foundOn === undefined ? null : view.sightings.seen(foundOn, view.look);
  return !shownOn || isLegible(shownOn);
}

/** The saved visit behind a sighting, as a finding cites it. */
export function evidenceOf(sighting: Sighting, excerpt: string | null): Evidence {
  const { visit } = sighting;
  const { outcome } = visit;
  return {
    visit: visit.id,
    url: visit.url,
    at: visit.at,
    status: statusOf(visit),
    outcome: outcome.kind === 'answered' ? 'answered' : outcome.why,
    bodyHash: outcome.kind === 'answered' ? outcome.bodyHash : null,
    // Words read in a doubtful charset may be no words: the page's address must do.
    excerpt: isLegible(sighting) ? excerpt : null,
    look: visit.look,
  };
}
