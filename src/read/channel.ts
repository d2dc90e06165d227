import type { ChannelKind } from '#domain/channel.ts';
import type { PageFacts } from '#domain/page.ts';
import type { Crumb } from './breadcrumb.ts';
import { findPhrase, type Lexicon, phrasesOf } from './lexicon.ts';
import { metaValue } from './meta.ts';
import { bare } from './title.ts';

type ChannelFacts = NonNullable<PageFacts['channel']>;

/** What is known of a page when its channel is told. */
export interface ChannelClues {
  meta: Record<string, string>;
  crumbs: readonly Crumb[];
  /** Names the page gives itself, best first: title parts, heading of its list. */
  names: readonly string[];
  /** The headline of an article; '' on a list. */
  headline: string;
  isArticle: boolean;
}

const NO_CHANNEL =
  /^(?:正文|内容|详情|文章|列表|信息|浏览|查看|文章正文|正文内容|详细内容|信息内容|内容页|文章内容|当前页|页面|浏览文章|栏目名称|栏目标题|当前栏目|频道名称)$/;

/** The channel a page is or belongs to, with its kind and the rule that decided. */
export function readChannel(clues: ChannelClues, lexicon: Lexicon): ChannelFacts | null {
  const path = channelPath(clues, lexicon);
  const tagName = metaValue(clues.meta, 'ColumnName');
  const last = path[path.length - 1] ?? '';
  const name = last || tagName || (clues.isArticle ? '' : (clues.names[0] ?? ''));
  if (name === '') return null;
  const full = path.length > 0 ? path : [name];
  return { name, path: full, ...kindOf(full, metaValue(clues.meta, 'ColumnType'), lexicon) };
}

/** Names from below the homepage down to the channel itself. */
function channelPath(clues: ChannelClues, lexicon: Lexicon): string[] {
  const home = phrasesOf(lexicon, 'page-words/home');
  const crumbs = [...clues.crumbs];
  const start = crumbs.findIndex(({ text }) => {
    return findPhrase(home, text)?.word === text || /首页$|^主页/.test(text);
  });
  let path = crumbs.slice(start + 1);
  if (start < 0 && path.length > 1 && isSiteName(path[0]?.text ?? '')) path = path.slice(1);
  const title = bare(clues.headline);
  while (path.length > 0) {
    const { text } = path[path.length - 1] ?? { text: '' };
    const own = bare(text);
    const isTitle =
      clues.isArticle &&
      title !== '' &&
      own.length > 6 &&
      (title.startsWith(own.slice(0, 12)) || own.startsWith(title.slice(0, 12)));
    if (!isTitle && !NO_CHANNEL.test(text) && own !== '') break;
    path = path.slice(0, -1);
  }
  return path.map(({ text }) => text).filter((text) => text.length <= 40);
}

function isSiteName(text: string): boolean {
  return /(?:网|网站|政府|门户|局|委|办)$/.test(text);
}

/** The kind of a channel by ColumnType and by the names along its path. */
export function kindOf(
  path: readonly string[],
  columnType: string,
  lexicon: Lexicon,
): { kind: ChannelKind; rule: string } {
  const { channels } = lexicon;
  const tags = columnType.split(/[,，、;；\s|]+/).filter((word) => word !== '');
  const tagged = tags.map((tag) => ({ tag, found: channels.tags.get(tag) })).find((t) => t.found);
  const name = path[path.length - 1] ?? '';
  const own = kindOfName(name, lexicon);
  if (tagged?.found && !(own && (tagged.found.broad || own.isExact))) {
    return { kind: tagged.found.kind, rule: `tag:${tagged.tag}` };
  }
  if (own) return { kind: own.kind, rule: `name:${own.word}` };
  for (let i = path.length - 2; i >= 0; i--) {
    const above = kindOfName(path[i] ?? '', lexicon);
    if (above && channels.inherited.has(above.kind)) {
      return { kind: above.kind, rule: `parent:${above.word}` };
    }
  }
  return { kind: 'other', rule: 'none' };
}

type Part = Lexicon['channels']['contains'][number];

const parts = new WeakMap<Lexicon, Map<string, Part | null>>();
const MAX_NAMES = 10_000;

/** The first part that a name contains. The names of a site's channels come again on every page. */
function partIn(plain: string, lexicon: Lexicon): Part | null {
  let known = parts.get(lexicon);
  if (known === undefined || known.size > MAX_NAMES) {
    known = new Map();
    parts.set(lexicon, known);
  }
  let found = known.get(plain);
  if (found === undefined) {
    found = lexicon.channels.contains.find(({ part }) => plain.includes(part)) ?? null;
    known.set(plain, found);
  }
  return found;
}

/** The kind a single name tells, and the word that told it. */
export function kindOfName(
  name: string,
  lexicon: Lexicon,
): { kind: ChannelKind; word: string; isExact: boolean } | null {
  const plain = name.replace(/[\s·|【】[\]]+/g, '');
  const exact = lexicon.channels.exact.get(plain);
  if (exact) return { kind: exact, word: plain, isExact: true };
  const found = partIn(plain, lexicon);
  return found ? { kind: found.kind, word: found.part, isExact: found.part === plain } : null;
}
