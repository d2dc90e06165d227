import type { Entry, PageKind, Why } from '#domain/page.ts';
import { isLanding } from './emptiness.ts';
import { readEntry, whyEntryDate } from './entries.ts';
import type { List } from './lists.ts';
import type { Observation } from './observe.ts';

/** Rows of the main list; of all dated lists on a homepage or where only blocks stand. */
export function entriesOfPage(page: Observation, kind: PageKind, why: Why[]): Entry[] {
  if (kind === 'article' || kind === 'error') return [];
  const { sheet } = page;
  const shown = kind === 'home' ? page.lists.filter(({ dated }) => dated > 0) : [];
  const lists = kind === 'home' ? shown : mainLists(page);
  const entries: Entry[] = [];
  const known = new Set<string>();
  for (const list of lists) {
    // A list may print an entry twice; a second list that repeats it is a copy.
    const own: string[] = [];
    for (const row of list.rows) {
      const entry = readEntry(sheet, row);
      if (!entry || (kind === 'home' && entry.date === null)) continue;
      const key = `${entry.title}\n${entry.url}\n${entry.date}`;
      if (kind !== 'home' && known.has(key)) continue;
      own.push(key);
      const reason = whyEntryDate(row, entries.length);
      if (reason) why.push(reason);
      entries.push(entry);
    }
    for (const key of own) known.add(key);
  }
  addHidden(page, kind, entries, why);
  return entries;
}

/** Rows that a script puts in the page take the place of what stands there without it. */
function addHidden(page: Observation, kind: PageKind, entries: Entry[], why: Why[]): void {
  const isHome = kind === 'home';
  const hasPager = page.main?.list.hasPager ?? false;
  const clear = () => {
    entries.length = 0;
    why.splice(0, why.length, ...why.filter(({ fact }) => !fact.startsWith('entries[')));
  };
  for (const hidden of page.hidden) {
    if (hidden.entries.length === 0) {
      if (!isHome && !hasPager) clear();
      continue;
    }
    if (!isHome && hasPager && entries.length > hidden.entries.length * 2) continue;
    if (!isHome) clear();
    entries.push(...hidden.entries);
    why.push({ fact: 'entries', start: hidden.start, end: hidden.end, rule: hidden.rule });
  }
}

function mainLists(page: Observation): List[] {
  if (page.main && !isLanding(page)) return [page.main.list];
  const isBlocks = page.lists.filter(({ dated, region }) => dated > 0 && region === 'content');
  const least = isLanding(page) ? 1 : 2;
  return isBlocks.length >= least && page.hidden.length === 0 ? isBlocks : [];
}
