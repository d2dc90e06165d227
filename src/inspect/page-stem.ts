import { targetKey, type Url } from '#base/url.ts';

const PAGE_PARAMETER = /^(?:p|pn|page|pageno|pagenum|pageindex|curpage|currentpage|pageid)$/i;
const NUMBERED_FILE = /^(.+?)[_-]\d{1,4}(\.[a-z]+)?$/i;
const NUMBERED_INDEX = /^((?:index|list|default))\d{1,4}(\.[a-z]+)$/i;
const INDEX_FILE = /^(?:index|default)\.[a-z]+$/i;

/**
 * What the pages of one list have in common: the address without its page number and index
 * file. `/tzgg/`, `/tzgg/index.html`, `/tzgg/index_3.html` and `/tzgg/?page=2` give the same.
 */
export function pageStem(url: Url): string {
  const parsed = new URL(targetKey(url));
  const names = [...parsed.searchParams.keys()].filter((name) => PAGE_PARAMETER.test(name));
  for (const name of names) parsed.searchParams.delete(name);
  const slash = parsed.pathname.lastIndexOf('/') + 1;
  const folder = parsed.pathname.slice(0, slash);
  const file = parsed.pathname
    .slice(slash)
    .replace(NUMBERED_FILE, '$1$2')
    .replace(NUMBERED_INDEX, '$1$2');
  parsed.pathname = folder + (INDEX_FILE.test(file) ? '' : file);
  return parsed.href;
}
