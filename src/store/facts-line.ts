import type { Link, PageFacts } from '#domain/page.ts';
import { findShared, isModelPage, joinLinks } from '#domain/shared-parts.ts';

/**
 * One line of `facts.jsonl`: the facts of a visit's page without `why` (which reading the saved
 * bytes tells again). What repeats the frame of an earlier page of the site is told by naming
 * that page: the same 40 links on 10,000 pages are written once.
 */
export interface FactsLine {
  visit: string;
  /** The earlier visit whose page is repeated; null when none is. */
  like: string | null;
  /** Links taken over from the beginning and from the end of that page. */
  head: number;
  tail: number;
  /** Its navigation is taken over. */
  sameNavigation: boolean;
  /** `links` are those between head and tail; `navigation` is empty where it is taken over. */
  facts: Omit<PageFacts, 'why'>;
}

/** Facts written or read so far that later lines may refer to. */
export interface FactsModel {
  visit: string;
  facts: PageFacts;
}

/** The line of a visit's facts, told as a change of `model`. */
export function writeFactsLine(visit: string, facts: PageFacts, model: FactsModel | null): string {
  const told = isKeyPage(facts, model) ? null : model;
  const { head, tail, navigation: sameNavigation } = findShared(facts, told?.facts ?? null);
  const like = told !== null && (head + tail > 0 || sameNavigation) ? told.visit : null;
  const line = {
    visit,
    like,
    head,
    tail,
    sameNavigation,
    facts: {
      ...facts,
      links: facts.links.slice(head, facts.links.length - tail),
      navigation: sameNavigation ? [] : facts.navigation,
      why: undefined,
    },
  } satisfies Record<keyof FactsLine, unknown>;
  return `${JSON.stringify(line)}\n`;
}

/** What later lines are told by, once these facts were written or read. */
export function nextModel(
  visit: string,
  facts: PageFacts,
  model: FactsModel | null,
): FactsModel | null {
  return isKeyPage(facts, model) ? { visit, facts } : model;
}

/** A page that shares less of its links than this with the model is written whole. */
const ENOUGH_SHARED = 0.75;

/**
 * Whether a page is written whole and is the model from then on. So a line names at most one
 * other, and any page can be read alone.
 */
function isKeyPage(facts: PageFacts, model: FactsModel | null): boolean {
  if (!isModelPage(facts)) return false;
  if (model === null) return true;
  const { head, tail } = findShared(facts, model.facts);
  return head + tail < ENOUGH_SHARED * facts.links.length;
}

/** The facts of a line; null when it refers to a page that is not known. */
export function readFactsLine(
  line: FactsLine,
  known: (visit: string) => PageFacts | null,
): PageFacts | null {
  const facts: PageFacts = { ...line.facts, why: [] };
  if (line.like === null) return facts;
  const model = known(line.like);
  if (model === null) return null;
  facts.links = linksOf(line, model);
  if (line.sameNavigation) facts.navigation = model.navigation;
  return facts;
}

function linksOf(line: FactsLine, model: PageFacts): Link[] {
  return joinLinks(model.links, line, line.facts.links);
}
