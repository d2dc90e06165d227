import type { CivilDate } from '#base/civil-date.ts';
import { sha256 } from '#base/hash.ts';
import type { Url } from '#base/url.ts';
import type { ChannelKind } from '#domain/channel.ts';
import type { Observation } from '#domain/observation.ts';
import { type Entry, emptyFacts, type Link, type PageFacts } from '#domain/page.ts';
import type { InspectionTerms } from '#domain/terms.ts';
import type { CutTarget, FailureReason, Visit, VisitPurpose } from '#domain/visit.ts';

/** The address of the made-up site of the tests. */
export const origin = 'http://www.example.gov.cn';
export const homepageUrl = `${origin}/`;

/** An absolute address on the made-up site. */
export function at(path: string): Url {
  return new URL(path, homepageUrl).href;
}

/** What a made-up visit came to; a page that opens by default. */
export interface Answer {
  look?: number;
  purpose?: VisitPurpose;
  method?: Visit['method'];
  status?: number;
  failed?: FailureReason;
  finalUrl?: Url;
  /** Tells bodies apart; the address by default. */
  body?: string;
  insecure?: boolean;
  ms?: number;
}

/** Builds small observations by hand: pages by their facts, everything else by its answer. */
export class ObservationBuilder {
  private readonly visits: Visit[] = [];
  private readonly facts: Record<string, PageFacts> = {};
  private readonly cut: CutTarget[] = [];
  private readonly asOf: CivilDate;

  constructor(asOf: CivilDate = '2019-05-27') {
    this.asOf = asOf;
  }

  /** A page of the site; `path` may be absolute. */
  page(path: string, facts: Partial<PageFacts> = {}, answer: Answer = {}): this {
    const url = at(path);
    const purpose = url === homepageUrl ? 'homepage' : 'page';
    const id = this.visit(url, { purpose, ...answer });
    this.facts[id] = pageFacts(url, facts);
    return this;
  }

  /** An address that was only tried. */
  target(path: string, answer: Answer = {}): this {
    this.visit(at(path), { purpose: 'target', ...answer });
    return this;
  }

  /** An address that was left out. */
  cutOff(path: string, reason: CutTarget['reason']): this {
    this.cut.push({ url: at(path), foundOn: homepageUrl, reason });
    return this;
  }

  /** The same visits once more, as a further look at these addresses. */
  again(paths: readonly string[], look: number): this {
    for (const path of paths) {
      const visit = this.visits.find(({ url, look: first }) => url === at(path) && first === 0);
      if (!visit) throw new Error(`not visited at look 0: ${path}`);
      const id = this.nextId();
      this.visits.push({ ...visit, id, look });
      const facts = this.facts[visit.id];
      if (facts) this.facts[id] = facts;
    }
    return this;
  }

  build(): Observation {
    const site = {
      key: 'www.example.gov.cn',
      unit: '市样例局',
      homepage: homepageUrl,
      siteIdCode: null,
      kind: 'department',
    } as const;
    return { site, asOf: this.asOf, visits: this.visits, facts: this.facts, cut: this.cut };
  }

  private visit(url: Url, answer: Answer): string {
    const id = this.nextId();
    const ms = answer.ms ?? 20;
    this.visits.push({
      id,
      url,
      finalUrl: answer.finalUrl ?? url,
      at: '2019-05-27T01:30:00.000Z',
      look: answer.look ?? 0,
      purpose: answer.purpose ?? 'target',
      ...(answer.method && { method: answer.method }),
      via: [],
      outcome: answer.failed
        ? { kind: 'failed', why: answer.failed, detail: '', ms }
        : {
            kind: 'answered',
            status: answer.status ?? 200,
            contentType: 'text/html',
            bodyHash: sha256(answer.body ?? url),
            bodyBytes: 1000,
            truncated: false,
            insecure: answer.insecure ?? false,
            ms,
          },
      headers: {},
    });
    return id;
  }

  private nextId(): string {
    return `v${String(this.visits.length + 1).padStart(6, '0')}`;
  }
}

/** Facts of an empty page that says nothing, with `facts` put over them. */
export function pageFacts(url: Url, facts: Partial<PageFacts>): PageFacts {
  return { ...emptyFacts(url), ...facts };
}

/** A row of a list. */
export function entry(path: string, date: CivilDate | null = null, title = path): Entry {
  return { title, url: at(path), date, dateText: date };
}

/** A link, an anchor by default. */
export function link(path: string, text = path, as: Link['as'] = 'a'): Link {
  return { url: at(path), text, as };
}

/** What a page says of its channel. */
export function channel(
  name: string,
  kind: ChannelKind,
  path: string[] = [name],
): PageFacts['channel'] {
  return { name, path, kind, rule: 'test' };
}

/** Facts of a list page of a channel. */
export function list(name: string, kind: ChannelKind, entries: Entry[]): Partial<PageFacts> {
  const told = channel(name, kind);
  return { kind: 'list', title: name, channel: told, entries, blank: entries.length === 0 };
}

/** The terms of the tests: those of a department under the rules of 2015. */
export const terms: InspectionTerms = {
  homepage: { windowDays: 14, minimumUpdates: 10 },
  clocks: {
    news: 'P14D',
    notices: 'P6M',
    'policy-documents': 'P6M',
    interpretation: 'P6M',
    personnel: 'P1Y',
    plans: 'P1Y',
    statistics: 'P1Y',
  },
  suspicionClock: 'P1Y',
  survey: { window: 'P1Y', minimum: 3 },
  interview: { window: 'P1Y', minimum: 3 },
  letters: { window: 'P1Y', answerWithin: 'P3M' },
  availability: { minimumVisits: 140, timeoutMs: 15_000, maximumShare: 0.05 },
  guide: { missingElements: 1 },
};
