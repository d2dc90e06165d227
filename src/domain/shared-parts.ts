import type { Link, PageFacts } from './page.ts';

/** What two pages of one template have in common, the second told as a change of the first. */
export interface SharedParts {
  /** Links at the beginning and at the end of the page that the model begins and ends with. */
  head: number;
  tail: number;
  /** The navigation is the model's. */
  navigation: boolean;
}

/** Fewer links show no template. */
const MODEL_LINKS = 8;

/** Whether later pages of a site are likely to repeat this page's frame. */
export function isModelPage(facts: PageFacts): boolean {
  return facts.links.length >= MODEL_LINKS;
}

/** How much of a page repeats another one (null: nothing to compare with). */
export function findShared(facts: PageFacts, model: PageFacts | null): SharedParts {
  if (model === null) return { head: 0, tail: 0, navigation: false };
  const [own, theirs] = [facts.links, model.links];
  const most = Math.min(own.length, theirs.length);
  let head = 0;
  while (head < most && isSameLink(own[head], theirs[head])) head++;
  let tail = 0;
  while (tail < most - head && isSameLink(own.at(-1 - tail), theirs.at(-1 - tail))) tail++;
  return { head, tail, navigation: isSameNavigation(facts.navigation, model.navigation) };
}

/**
 * The same facts, holding the model's links and navigation where they repeat them: the pages of a
 * site that are kept together then need a fraction of the memory.
 */
export function shareParts(facts: PageFacts, model: PageFacts | null): PageFacts {
  const shared = findShared(facts, model);
  if (model === null || shared.head + shared.tail === 0) return facts;
  const own = facts.links.slice(shared.head, facts.links.length - shared.tail);
  const links = joinLinks(model.links, shared, own);
  return shared.navigation
    ? { ...facts, links, navigation: model.navigation }
    : { ...facts, links };
}

/** The links of a page from those of its model and those of its own between them. */
export function joinLinks(
  model: readonly Link[],
  { head, tail }: Pick<SharedParts, 'head' | 'tail'>,
  own: readonly Link[],
): Link[] {
  return [...model.slice(0, head), ...own, ...model.slice(model.length - tail)];
}

function isSameLink(a: Link | undefined, b: Link | undefined): boolean {
  if (a === b) return true;
  return (
    a !== undefined && b !== undefined && a.url === b.url && a.text === b.text && a.as === b.as
  );
}

function isSameNavigation(a: PageFacts['navigation'], b: PageFacts['navigation']): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((place, index) => {
      const other = b[index];
      return place.url === other?.url && place.text === other.text && place.level === other.level;
    })
  );
}
