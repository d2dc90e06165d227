import { bytes, shorts, words } from '#base/column.ts';
import { targetKey, type Url } from '#base/url.ts';
import { UrlBook } from '#base/url-book.ts';
import type { FindingReason } from '#domain/finding.ts';
import type { Observation, SavedSite } from '#domain/observation.ts';
import type { PageFacts } from '#domain/page.ts';
import type { CutTarget, Visit, VisitPurpose } from '#domain/visit.ts';
import { type Judgement, judgeVisit } from './judge-visit.ts';
import { LinkLists } from './link-lists.ts';

/** What is noted of a visit, one bit each. */
export const marks = {
  hasFacts: 1,
  /** Frames, a page it leads to, or data addresses. */
  hasParts: 1 << 1,
  /** Frames, or a page it leads to. */
  hasFrames: 1 << 2,
  hasPager: 1 << 3,
  /** Says which channel it belongs to, and is no article, homepage or landing page. */
  tellsChannel: 1 << 4,
  /** May show a channel's list. */
  mayBeList: 1 << 5,
  isOfService: 1 << 6,
  hasGuide: 1 << 7,
  /** An article whose visible day is not the one its tags claim. */
  hasTwoDays: 1 << 8,
  isInsecure: 1 << 9,
  isBrowser: 1 << 10,
  /** Written without a session id, ended where it was asked, and leads nowhere else by itself. */
  isPlain: 1 << 11,
} as const;

const PURPOSES: readonly VisitPurpose[] = [
  'page',
  'target',
  'endpoint',
  'frame',
  'homepage',
  'robots',
  'random-path',
  'picture',
];

const CUT_REASONS: Record<CutTarget['reason'], FindingReason> = {
  budget: 'budget',
  depth: 'budget',
  robots: 'robots',
  'forbidden-address': 'forbidden-address',
};
const reasons = ['budget', 'robots', 'forbidden-address'] as const;

/** A visit and what it says by itself. */
export interface Judged {
  visit: Visit;
  judgement: Judgement;
}

/**
 * What judging needs to know of every visit at once, in columns by the visit's number: some 40
 * bytes a visit. All else of a visit is read from where it is saved when it is looked at.
 */
export class SiteLedger {
  readonly saved: SavedSite;
  /** Addresses of visits and links, by number. */
  readonly book: UrlBook;
  readonly links: LinkLists;
  /** Kept by `viewSite`: what follows from look 0 alone. */
  memo: { visits: number; value: unknown } | null = null;
  lastLook = 0;
  /** Of all bodies, and of all fetches. */
  bodyBytes = 0;
  ms = 0;
  readonly #key = words();
  /** As asked, and where it ended: 0 where that is the key, else one more than the number. */
  readonly #url = words();
  readonly #final = words();
  readonly #look = shorts();
  readonly #purpose = bytes();
  readonly #judgement = bytes();
  readonly #marks = shorts();
  /** Visits of look 0. */
  visitsOfCrawl = 0;
  readonly #judgements: Judgement[] = [];
  readonly #judgementCodes = new Map<string, number>();
  /** The best visit of each address (by key) at look 0, plus one. */
  readonly #asked = words();
  readonly #askedLater = new Map<number, Map<number, number>>();
  readonly #ended = new Map<number, number>();
  /** By key: 0, or one more than the place in `reasons`. */
  #cut = bytes();
  #count = 0;

  constructor(saved: SavedSite, book = new UrlBook()) {
    this.saved = saved;
    this.book = book;
    this.links = new LinkLists(book, saved.site.unit);
  }

  /** How many visits are noted. */
  get count(): number {
    return this.#count;
  }

  /** Notes the visits that are saved and not noted yet. */
  catchUp(): this {
    while (this.#count < this.saved.count) {
      this.add(this.saved.visit(this.#count), this.saved.facts(this.#count));
    }
    return this;
  }

  /** Takes up what was known and not fetched. */
  readCut(): void {
    this.#cut = bytes();
    for (const { url, reason } of this.saved.cut) {
      const at = reasons.indexOf(CUT_REASONS[reason] as (typeof reasons)[number]);
      this.#cut.set(this.book.add(targetKey(url)), at + 1);
    }
  }

  /** Notes the next visit. */
  add(visit: Visit, facts: PageFacts | null): void {
    const number = this.#count++;
    const key = targetKey(visit.url);
    const judgement = judgeVisit(visit, facts);
    const id = this.book.add(key);
    this.#key.set(number, id);
    this.#url.set(number, this.#unlessKey(id, key, visit.url));
    this.#final.set(number, this.#unlessKey(id, key, visit.finalUrl));
    this.#look.set(number, visit.look);
    this.#purpose.set(number, PURPOSES.indexOf(visit.purpose));
    this.#judgement.set(number, this.#codeOf(judgement));
    this.#marks.set(number, marksOf(visit, key, facts));
    this.ms += visit.outcome.ms;
    if (visit.outcome.kind === 'answered') this.bodyBytes += visit.outcome.bodyBytes;
    if (visit.purpose === 'picture') return;
    const isRead = judgement.state === 'opened' && facts !== null;
    if (visit.look === 0 && isRead) this.links.add(number, facts);
    this.#index(number, visit, judgement);
  }

  #unlessKey(id: number, key: Url, url: Url): number {
    const own = url === key ? id : this.book.add(url);
    return own === id ? 0 : own + 1;
  }

  #codeOf(judgement: Judgement): number {
    const text = JSON.stringify(judgement);
    let code = this.#judgementCodes.get(text);
    if (code === undefined) {
      code = this.#judgements.push(judgement) - 1;
      this.#judgementCodes.set(text, code);
    }
    return code;
  }

  #index(number: number, { look, finalUrl }: Visit, { state }: Judgement): void {
    const key = this.#key.get(number);
    this.lastLook = Math.max(this.lastLook, look);
    if (look === 0) {
      this.visitsOfCrawl += 1;
      const known = this.#asked.get(key) - 1;
      if (known < 0 || this.#isBetter(number, known)) this.#asked.set(key, number + 1);
    } else {
      let ofLook = this.#askedLater.get(look);
      if (!ofLook) this.#askedLater.set(look, (ofLook = new Map()));
      this.#keepBetter(ofLook, key, number);
    }
    if (look !== 0 || state !== 'opened') return;
    const end = this.book.add(targetKey(finalUrl));
    if (end !== key) this.#keepBetter(this.#ended, end, number);
  }

  #keepBetter(index: Map<number, number>, key: number, number: number): void {
    const known = index.get(key);
    if (known === undefined || this.#isBetter(number, known)) index.set(key, number);
  }

  /** Of two visits of one look the one that speaks for the site counts; then the earlier id. */
  #isBetter(a: number, b: number): boolean {
    const [rankA, rankB] = [this.#rank(a), this.#rank(b)];
    return rankA === rankB ? a < b : rankA < rankB;
  }

  /**
   * Our own failure stands before a dead answer: it leaves open what the address would have said.
   * A browser was only asked where a fetch had not told enough: what it read comes first, and
   * what it did not read takes nothing from the fetch.
   */
  #rank(number: number): number {
    const { state } = this.judgement(number);
    const hasFacts = this.is(number, marks.hasFacts);
    if (this.is(number, marks.isBrowser)) return state === 'opened' && hasFacts ? -1 : 4;
    if (state === 'opened') return hasFacts ? 0 : 1;
    return state === 'unmeasured' ? 2 : 3;
  }

  /**
   * The visit that shows an address at a look: that of the look, else that of look 0; under the
   * address as asked, else as the end of a redirect. -1 when it was never visited.
   */
  find(key: Url, look: number): number {
    const id = this.book.idOf(key);
    return id < 0 ? -1 : this.findById(id, look);
  }

  /** The same by the number of the key. */
  findById(id: number, look: number): number {
    const later = look === 0 ? undefined : this.#askedLater.get(look)?.get(id);
    if (later !== undefined) return later;
    const asked = this.#asked.get(id) - 1;
    return asked >= 0 ? asked : (this.#ended.get(id) ?? -1);
  }

  judgement(number: number): Judgement {
    return this.#judgements[this.#judgement.get(number)] as Judgement;
  }

  is(number: number, mark: number): boolean {
    return (this.#marks.get(number) & mark) !== 0;
  }

  /** Whether a page was read that is the site's own word. */
  isRead(number: number): boolean {
    return this.is(number, marks.hasFacts) && this.judgement(number).state === 'opened';
  }

  look(number: number): number {
    return this.#look.get(number);
  }

  purpose(number: number): VisitPurpose {
    return PURPOSES[this.#purpose.get(number)] as VisitPurpose;
  }

  /** Numbers in the book: of the key, of the address as asked, of where it ended. */
  keyId(number: number): number {
    return this.#key.get(number);
  }

  urlId(number: number): number {
    const own = this.#url.get(number);
    return own === 0 ? this.keyId(number) : own - 1;
  }

  finalId(number: number): number {
    const own = this.#final.get(number);
    return own === 0 ? this.keyId(number) : own - 1;
  }

  /** The visits of an address as written, in order. */
  *visitsOf(url: Url): Generator<Judged> {
    const id = this.book.idOf(url);
    for (let number = 0; number < this.#count; number++) {
      if (this.urlId(number) === id) yield this.#judged(number);
    }
  }

  /** Why an address that was never visited was left out; null when nothing tells. */
  cutReason(key: Url): FindingReason | null {
    const id = this.book.idOf(key);
    return id < 0 ? null : this.cutReasonById(id);
  }

  /** The same by the number of the key. */
  cutReasonById(id: number): FindingReason | null {
    return reasons[this.#cut.get(id) - 1] ?? null;
  }

  /** The visits made for some purpose, in order. */
  *visitsFor(purpose: VisitPurpose): Generator<Judged> {
    const code = PURPOSES.indexOf(purpose);
    for (let number = 0; number < this.#count; number++) {
      if (this.#purpose.get(number) === code) yield this.#judged(number);
    }
  }

  #judged(number: number): Judged {
    return { visit: this.saved.visit(number), judgement: this.judgement(number) };
  }
}

/** The ledger of what was saved; one that is given is brought up to date. */
export function ledgerOf(saved: Observation | SiteLedger): SiteLedger {
  if (saved instanceof SiteLedger) return saved.catchUp();
  return new SiteLedger(savedSite(saved)).catchUp();
}

function savedSite(observation: Observation): SavedSite {
  const { visits, facts, ...rest } = observation;
  const ordered = visits.toSorted(byId);
  return {
    ...rest,
    count: ordered.length,
    visit: (number) => ordered[number] as Visit,
    facts: (number) => facts[ordered[number]?.id ?? ''] ?? null,
  };
}

/** The figures of ids grow longer after a million. */
function byId({ id: a }: Visit, { id: b }: Visit): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

function marksOf(visit: Visit, key: Url, facts: PageFacts | null): number {
  const { outcome, method, url, finalUrl } = visit;
  let found = facts === null ? 0 : marksOfPage(facts);
  if (outcome.kind === 'answered' && outcome.insecure) found |= marks.isInsecure;
  if (method === 'browser') found |= marks.isBrowser;
  const leads = facts?.leadsTo !== null && facts?.leadsTo !== undefined;
  if (url === key && url === finalUrl && !leads) found |= marks.isPlain;
  return found;
}

function marksOfPage(facts: PageFacts): number {
  const { kind, channel, landing, frames, leadsTo, endpoints, pager } = facts;
  const { publishedAt, metaPublishedAt } = facts;
  const isFramed = frames.length > 0 || leadsTo !== null;
  const isSingle = kind === 'article' || kind === 'home';
  const twoDays = publishedAt !== null && metaPublishedAt !== null;
  return (
    marks.hasFacts |
    (isFramed || endpoints.length > 0 ? marks.hasParts : 0) |
    (isFramed ? marks.hasFrames : 0) |
    (pager.urls.length > 0 ? marks.hasPager : 0) |
    (channel !== null && !landing && !isSingle ? marks.tellsChannel : 0) |
    (!landing && !isSingle && kind !== 'error' ? marks.mayBeList : 0) |
    (channel?.kind === 'service' ? marks.isOfService : 0) |
    (facts.guide ? marks.hasGuide : 0) |
    (kind === 'article' && twoDays && publishedAt !== metaPublishedAt ? marks.hasTwoDays : 0)
  );
}
