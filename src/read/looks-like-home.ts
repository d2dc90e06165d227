import type { Breadcrumb } from './breadcrumb.ts';
import type { List } from './lists.ts';
import type { TitleFacts } from './title.ts';

/** What tells an entrance from the pages below it. */
export interface HomeClues {
  title: TitleFacts;
  breadcrumb: Breadcrumb;
  lists: readonly List[];
}

const ENTRANCE =
  /(?:网|网站|政府|门户|平台|委员会|委|办公室|管理局|局|厅|大学|学院|学校|中心|馆|处|院|站|^(?:网站)?首页|^主页)$/;
const LEAST_BLOCKS = 2;

/**
 * Whether a page whose place in its site nobody knows is the site's homepage: it calls itself by
 * the site's name alone, leads nobody back, and shows blocks of several channels.
 */
export function looksLikeHome({ title, breadcrumb, lists }: HomeClues): boolean {
  if (breadcrumb.crumbs.length > 0 || lists.some(({ hasPager }) => hasPager)) return false;
  const [first = ''] = title.tag.split(/[\s|_>»–—-]+/).filter((word) => word !== '');
  if (!ENTRANCE.test(first)) return false;
  const blocks = lists.filter(
    ({ region, hasMoreLink, dated }) => region === 'content' && (hasMoreLink || dated > 1),
  );
  return blocks.length >= LEAST_BLOCKS;
}
