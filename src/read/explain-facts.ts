import type { PageFacts, Why } from '#domain/page.ts';
import { whyLetters } from './letters.ts';
import type { Observation } from './observe.ts';
import type { Sheet } from './sheet.ts';
import { TAG } from './tree.ts';

type Told = Pick<PageFacts, 'kind' | 'channel' | 'letters' | 'events' | 'source' | 'endpoints'>;

/** Where the facts were read that no single reader told already. */
export function explainFacts(page: Observation, facts: Told, kindRule: string): Why[] {
  const { sheet } = page;
  const why: Why[] = [{ fact: 'kind', ...kindPlace(page, facts), rule: kindRule }];
  if (page.title.node > 0) why.push(nodesWhy(sheet, 'title', page.title.node, 'headline'));
  const { from, to } = page.breadcrumb;
  if (to > from) why.push({ fact: 'breadcrumb', ...span(sheet, from, to), rule: 'line' });
  if (facts.channel) why.push(channelWhy(page, facts.channel));
  if (facts.letters.length > 0 && page.main) why.push(...whyLetters(sheet, page.main.list));
  if (facts.source) {
    why.push(wordsWhy(sheet, 'source', facts.source, page.from, page.to, 'label'));
  }
  for (const [index, { url }] of facts.endpoints.entries()) {
    const name = url.split('/').at(-1) ?? url;
    why.push(wordsWhy(sheet, `endpoints[${index}]`, name, 0, sheet.tree.tag.length, 'script'));
  }
  return why;
}

/** A list shows itself by its rows; what else a page is, it is as a whole. */
function kindPlace({ sheet, main }: Observation, { kind }: Told): { start: number; end: number } {
  const isList = kind !== 'article' && kind !== 'home' && kind !== 'error';
  if (isList && main) return span(sheet, main.list.from, main.list.to);
  return { start: 0, end: sheet.tree.source.length };
}

/** The channel's name in its tag, in the breadcrumb, or in the title. */
function channelWhy(page: Observation, channel: NonNullable<PageFacts['channel']>): Why {
  const { sheet, breadcrumb } = page;
  const { tree } = sheet;
  if (channel.rule.startsWith('tag:')) {
    const at = tree.source.search(/<meta[^>]{0,40}ColumnType/i);
    const end = tree.source.indexOf('>', at) + 1;
    if (at >= 0 && end > at) return { fact: 'channel', start: at, end, rule: channel.rule };
  }
  const isInCrumbs = breadcrumb.crumbs.some(({ text }) => text === channel.name);
  if (isInCrumbs) {
    const { from, to } = breadcrumb;
    return wordsWhy(sheet, 'channel', channel.name, from, to, channel.rule);
  }
  return wordsWhy(sheet, 'channel', channel.name, 0, tree.tag.length, channel.rule);
}

/** The last place of words between two nodes; all between them where they stand there otherwise. */
function wordsWhy(
  sheet: Sheet,
  fact: string,
  words: string,
  from: number,
  to: number,
  rule: string,
): Why {
  const { start, end } = span(sheet, from, to);
  const at = sheet.tree.source.slice(start, end).lastIndexOf(words);
  if (at < 0) return { fact, start, end, rule };
  return { fact, start: start + at, end: start + at + words.length, rule };
}

/** What one element shows. */
export function nodesWhy(sheet: Sheet, fact: string, node: number, rule: string): Why {
  return { fact, ...span(sheet, node, sheet.tree.end[node] ?? node), rule };
}

/** The source between the beginning of one node and the end of the last before another. */
function span({ tree }: Sheet, from: number, to: number): { start: number; end: number } {
  let last = Math.max(from, to - 1);
  while (last > from && tree.tag[last] === TAG.br) last--;
  return { start: tree.start[from] ?? 0, end: tree.stop[last] ?? tree.source.length };
}
