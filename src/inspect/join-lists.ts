import type { Url } from '#base/url.ts';
import type { ChannelKind } from '#domain/channel.ts';
import { pageStem } from './page-stem.ts';

/** A page that shows (a part of) a channel's list. */
export interface ListPage {
  url: Url;
  finalUrl: Url;
  /** Null when the page does not tell. */
  name: string | null;
  path: readonly string[];
  kind: ChannelKind;
  /** Mailbox, survey or interview: their pages of one name are one channel. */
  isInteraction: boolean;
  pagerUrls: readonly Url[];
}

/** Addresses by number: one number for all that lead to the same. */
export interface ListNumbers {
  numberOf(url: Url): number;
}

/**
 * Groups the pages that show the same list: they lead to the same address, name each other in
 * their pagers, differ in the page number only, or stand under the same name at the same place.
 * Pages that give different names are never joined.
 */
export function joinLists<T extends ListPage>(pages: readonly T[], numbers: ListNumbers): T[][] {
  const groups = new Groups(pages);
  const byAddress = new Map<number, T>();
  for (const page of pages) byAddress.set(numbers.numberOf(page.finalUrl), page);
  for (const page of pages) byAddress.set(numbers.numberOf(page.url), page);
  const byLabel = new Map<string, T>();
  for (const page of pages) {
    for (const url of [page.finalUrl, ...page.pagerUrls]) {
      const other = byAddress.get(numbers.numberOf(url));
      if (other) groups.join(page, other);
    }
    for (const label of labelsOf(page)) {
      const other = byLabel.get(label);
      if (other) groups.join(page, other);
      else byLabel.set(label, page);
    }
  }
  return groups.all();
}

function labelsOf(page: ListPage): string[] {
  const labels = [`stem ${page.name} ${pageStem(page.url)}`];
  if (page.name === null) return labels;
  if (page.isInteraction) labels.push(`interaction ${page.kind} ${page.name}`);
  if (page.path.length > 1) labels.push(`path ${page.kind} ${page.path.join('\n')}`);
  return labels;
}

/** Disjoint groups of pages, each with the one name its pages give. */
class Groups<T extends ListPage> {
  private readonly group = new Map<T, { pages: T[]; name: string | null }>();

  constructor(pages: readonly T[]) {
    for (const page of pages) this.group.set(page, { pages: [page], name: page.name });
  }

  join(a: T, b: T): void {
    const [one, other] = [this.group.get(a), this.group.get(b)];
    if (!one || !other || one === other) return;
    if (one.name !== null && other.name !== null && one.name !== other.name) return;
    // The smaller moves: a list of fifty thousand pages is joined page by page.
    const isSmaller = one.pages.length < other.pages.length;
    const [whole, part] = isSmaller ? [other, one] : [one, other];
    whole.name ??= part.name;
    for (const page of part.pages) {
      whole.pages.push(page);
      this.group.set(page, whole);
    }
  }

  all(): T[][] {
    return [...new Set(this.group.values())].map((group) => group.pages);
  }
}
