import { readdirSync, readFileSync } from 'node:fs';
import type { PageFacts } from '#domain/page.ts';
import { compileLexicon, type Lexicon } from '../lexicon.ts';
import { readPage } from '../read-page.ts';

const folder = new URL('../../../lexicons/', import.meta.url);

/** The project's own lexicon, for tests. */
export const lexicon: Lexicon = compileLexicon(
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  ),
);

/** Facts of a small page given as markup, as of 27 May 2019. */
export function readFixture(
  html: string,
  over: { url?: string; isHomepage?: boolean } = {},
): PageFacts {
  const page = {
    url: over.url ?? 'http://www.sample.gov.cn/zwgk/tzgg/',
    bytes: new TextEncoder().encode(html),
    contentType: 'text/html; charset=utf-8',
    asOf: '2019-05-27',
    isHomepage: over.isHomepage ?? false,
  };
  return readPage(page, lexicon);
}

/** A page with menu, breadcrumb and footer round a main part. */
export function pageAround(main: string, title = '通知公告-河口区水务局'): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a>
<ul><li><a href="/zwgk/tzgg/">通知公告</a></li></ul></li><li><a href="/xw/">新闻中心</a></li>
<li><a href="/hd/">互动交流</a></li></ul></div>
<div class="where">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 通知公告</div>
${main}
<div class="footer">主办单位：河口区水务局 联系电话：0700-5550101 网站标识码：4299000017
<a href="http://beian.example/">鄂ICP备05001234号-1</a> 鄂公网安备 42990002000017号</div></body></html>`;
}
